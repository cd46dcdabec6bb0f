import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { createInterface } from 'node:readline';
import { IngestOutcome } from '@kentongan/contracts';

export interface DeskTarget {
  readonly url: URL;
  readonly token: string;
  readonly region: string;
  readonly source: string;
  readonly mode: 'live' | 'historical' | undefined;
}

/** What one request brought: outcomes of the lines that are durable, and why it ended if not all are. */
export type DeskAnswer =
  | { readonly kind: 'complete' }
  | { readonly kind: 'cut'; readonly detail: string }
  | { readonly kind: 'busy'; readonly detail: string; readonly retryAfterSeconds: number }
  | { readonly kind: 'refused'; readonly status: number; readonly detail: string };

const answerMilliseconds = 60_000;
const errorBytesMax = 10_000;
const newline = Buffer.from('\n');

/**
 * A client for one desk that the user named, so on their own computer or network as well. (The safe HTTP client of the
 * platform is for addresses that come from others; it refuses just those.)
 */
export class DeskClient {
  private readonly agent;

  constructor(private readonly target: DeskTarget) {
    const options = { keepAlive: true, maxSockets: 1 };
    this.agent = target.url.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
  }

  /** Sends lines in one request. Never throws for what the desk or the network does. */
  send(lines: readonly Uint8Array[], onOutcome: (outcome: IngestOutcome) => void): Promise<DeskAnswer> {
    return new Promise((resolve) => {
      const body = Buffer.concat(lines.flatMap((line) => [line, newline]));
      const request = (this.target.url.protocol === 'https:' ? httpsRequest : httpRequest)(this.address(), {
        method: 'POST',
        agent: this.agent,
        timeout: answerMilliseconds,
        headers: {
          authorization: `Bearer ${this.target.token}`,
          'content-type': 'application/x-ndjson',
          'content-length': body.length,
        },
      });
      let isAnswered = false;
      request.on('timeout', () => request.destroy(new Error('no answer within a minute')));
      request.on('error', (error) => {
        if (!isAnswered) resolve({ kind: 'cut', detail: error.message || String(error) });
      });
      request.on('response', (response) => {
        isAnswered = true;
        const answer =
          response.statusCode === 200 ? readOutcomes(response, onOutcome) : readRefusal(response);
        answer.then(resolve, (error: Error) => resolve({ kind: 'cut', detail: error.message }));
      });
      request.end(body);
    });
  }

  /** The same desk with another mode. */
  with(mode: DeskTarget['mode']): DeskClient {
    this.close();
    return new DeskClient({ ...this.target, mode });
  }

  close(): void {
    this.agent.destroy();
  }

  private address(): URL {
    const { url, region, source, mode } = this.target;
    const address = new URL('api/posts', url.href.endsWith('/') ? url : `${url.href}/`);
    address.searchParams.set('region', region);
    address.searchParams.set('source', source);
    if (mode !== undefined) address.searchParams.set('mode', mode);
    return address;
  }
}

async function readOutcomes(
  response: IncomingMessage,
  onOutcome: (outcome: IngestOutcome) => void,
): Promise<DeskAnswer> {
  let isComplete = false;
  let stopped: string | null = null;
  for await (const line of createInterface({ input: response })) {
    const value: unknown = JSON.parse(line);
    const outcome = IngestOutcome.safeParse(value);
    if (outcome.success) onOutcome(outcome.data);
    else {
      isComplete = true;
      stopped = (value as { stopped?: string }).stopped ?? null;
    }
  }
  if (isComplete && stopped === null) return { kind: 'complete' };
  return { kind: 'cut', detail: stopped ?? 'the connection was cut' };
}

async function readRefusal(response: IncomingMessage): Promise<DeskAnswer> {
  let text = '';
  for await (const chunk of response) if (text.length < errorBytesMax) text += String(chunk);
  const status = response.statusCode ?? 0;
  const detail = messageOf(text) || `the desk answers ${status}`;
  if (status !== 429 && status < 500) return { kind: 'refused', status, detail };
  const seconds = Number(response.headers['retry-after']);
  return { kind: 'busy', detail, retryAfterSeconds: seconds > 0 ? Math.min(seconds, 30) : 1 };
}

function messageOf(text: string): string {
  try {
    const body = JSON.parse(text) as { error?: { message?: { en?: string } }; message?: unknown };
    return body.error?.message?.en ?? (typeof body.message === 'string' ? body.message : '');
  } catch {
    return '';
  }
}
