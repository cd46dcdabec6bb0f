import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { CommandError } from './command-error.js';

const answerBytesMax = 32 * 1024 * 1024;
const answerMilliseconds = 120_000;

/** Where a desk is and what opens it. */
export interface DeskAddress {
  readonly url: URL;
  readonly token: string;
}

/**
 * One question to the desk that the user named.
 * @param body bytes are sent as they are, anything else as JSON
 * @throws CommandError with words for the terminal
 */
export function askDesk<T>(
  desk: DeskAddress,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: Uint8Array | object,
): Promise<T> {
  const isBytes = body instanceof Uint8Array;
  const bytes = isBytes || body === undefined ? body : Buffer.from(JSON.stringify(body));
  const type = isBytes ? 'text/plain' : 'application/json';
  const target = new URL(path, desk.url);
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? httpsRequest : httpRequest)(target, {
      method,
      timeout: answerMilliseconds,
      headers: {
        authorization: `Bearer ${desk.token}`,
        ...(bytes && { 'content-type': type, 'content-length': bytes.length }),
      },
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', (error: NodeJS.ErrnoException) => reject(unreachable(desk, error)));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let received = 0;
      response.on('data', (chunk: Buffer) => {
        received += chunk.length;
        if (received > answerBytesMax) request.destroy(new Error('the answer is too long'));
        else chunks.push(chunk);
      });
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode === 200) resolve(JSON.parse(text) as T);
        else if (response.statusCode === 204) resolve(undefined as T);
        else
          reject(new CommandError(messageOf(text) ?? `The desk answers ${response.statusCode} to ${path}.`));
      });
    });
    request.end(bytes);
  });
}

function unreachable(desk: DeskAddress, error: NodeJS.ErrnoException): CommandError {
  const reason = error.code ?? error.message;
  return new CommandError(
    `No desk answers at ${desk.url.origin} (${reason}). Start it with npm start, or name another with --url.`,
  );
}

interface ErrorBody {
  readonly error?: {
    readonly message?: { readonly en?: string };
    readonly problems?: readonly { readonly parameter?: string; readonly problem?: string }[];
  };
  readonly message?: string;
}

/** What the desk says is wrong, and with which field. */
function messageOf(text: string): string | null {
  try {
    const body = JSON.parse(text) as ErrorBody;
    const message = body.error?.message?.en ?? body.message;
    if (message === undefined) return null;
    const problems = (body.error?.problems ?? []).map((each) => `- ${each.parameter}: ${each.problem}`);
    return [message, ...problems].join('\n');
  } catch {
    return null;
  }
}
