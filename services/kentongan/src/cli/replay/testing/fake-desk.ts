import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a fake desk does to one request instead of answering it well. */
type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly body?: object; readonly retryAfter?: string }
  | { readonly kind: 'cutAfter'; readonly outcomes: number }
  | { readonly kind: 'silentCut' };

export interface FakeDesk {
  readonly url: URL;
  /** Texts of stored posts by id, in the order of their first arrival: sending twice does not add one. */
  readonly stored: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly requests: readonly string[];
  /** Faults that really happened. */
  faultsServed(): number;
  /** One for each request to come; undefined answers well. */
  plan(...faults: readonly (Fault | undefined)[]): void;
  close(): Promise<void>;
}

/** Speaks the ingest API's protocol, and breaks it where a test says so. */
export async function startFakeDesk(token = 'benar'): Promise<FakeDesk> {
  const stored = new Map<string, Record<string, unknown>>();
  const requests: string[] = [];
  const faults: (Fault | undefined)[] = [];
  let served = 0;
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    if (request.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(401).end('{"error":{"message":{"en":"The token is wrong."}}}');
      return;
    }
    const fault = faults.shift();
    if (fault) served += 1;
    answer(request, response, stored, fault).catch((error: Error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    stored,
    requests,
    faultsServed: () => served,
    plan: (...planned) => void faults.push(...planned),
    close: () => close(server),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  stored: Map<string, Record<string, unknown>>,
  fault: Fault | undefined,
): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  if (fault?.kind === 'status') {
    const headers = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
    response.writeHead(fault.status, headers).end(JSON.stringify(fault.body ?? {}));
    return;
  }
  const outcomes = body
    .split('\n')
    .filter(Boolean)
    .map((line, index) => outcomeOf(line, index + 1, stored));
  if (fault?.kind === 'silentCut') {
    response.destroy(); // stored, and the sender never hears of it
    return;
  }
  const told = fault?.kind === 'cutAfter' ? outcomes.slice(0, fault.outcomes) : outcomes;
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  response.write(told.map((outcome) => `${JSON.stringify(outcome)}\n`).join(''), () => {
    if (fault) response.destroy();
    else response.end(`${JSON.stringify({ read: outcomes.length })}\n`);
  });
}

function outcomeOf(line: string, number: number, stored: Map<string, Record<string, unknown>>): object {
  let post: Record<string, unknown>;
  try {
    post = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return { line: number, outcome: 'rejected', reason: 'notJson', detail: 'not JSON' };
  }
  const postId = `${String(post['platform'])}:${String(post['id'])}`;
  const isKnown = stored.has(postId);
  stored.set(postId, post);
  return { line: number, outcome: isKnown ? 'unchanged' : 'accepted', postId, revision: 1 };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
