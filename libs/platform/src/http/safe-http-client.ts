import type { Agent, Dispatcher } from 'undici';
import { readBounded } from './bounded-body.js';
import { type HttpFailureReason, SafeHttpError } from './http-errors.js';
import { openSafeAgent } from './safe-agent.js';
import { type Dial, type Resolver, systemResolver } from './safe-connect.js';
import { checkedUrl, defaultAllowedPorts } from './url-rules.js';

export interface SafeHttpClientOptions {
  /** Most bytes of one answer, after decompression. */
  readonly bytesMax: number;
  /** Most time for one request with all its redirects and the whole body. */
  readonly timeoutMilliseconds: number;
  readonly redirectsMax?: number;
  readonly connectionsPerHostMax?: number;
  readonly allowedPorts?: readonly number[];
  readonly userAgent?: string;
  /** Told of each failure by its reason: a metric. */
  readonly onFailure?: (reason: HttpFailureReason) => void;
  readonly resolver?: Resolver;
  readonly dial?: Dial;
}

export interface SafeHttpRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
  readonly bytesMax?: number;
  readonly timeoutMilliseconds?: number;
}

export interface SafeHttpResponse {
  readonly status: number;
  /** Names in lower case; a repeated header is joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The address that answered, after redirects. */
  readonly url: string;
}

export interface SafeHttpClient {
  /** @throws SafeHttpError, and nothing else; an HTTP status of 400 or more is an answer, not an error. */
  request(url: string, request?: SafeHttpRequest): Promise<SafeHttpResponse>;
  /** Failures so far, by reason. */
  failures(): Readonly<Partial<Record<HttpFailureReason, number>>>;
  close(): Promise<void>;
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const credentialHeaders: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization']);

/**
 * The one way out to the network. Address, port and scheme are checked for the first address and again for each
 * redirect, the resolved address at connect time; size and time are bounded. There is no switch that turns it off.
 */
export function createSafeHttpClient(options: SafeHttpClientOptions): SafeHttpClient {
  const counts: Partial<Record<HttpFailureReason, number>> = {};
  let agent: Promise<Agent> | null = null;
  const openedAgent = () => {
    agent ??= openSafeAgent({
      connectionsPerHostMax: options.connectionsPerHostMax ?? 4,
      timeoutMilliseconds: options.timeoutMilliseconds,
      resolver: options.resolver ?? systemResolver,
      dial: options.dial ?? ((address, port) => ({ address, port })),
    });
    return agent;
  };
  return {
    request: async (url, request = {}) => {
      try {
        return await followRedirects(await openedAgent(), url, request, options);
      } catch (error) {
        const failure = asSafeHttpError(error, request.signal);
        counts[failure.reason] = (counts[failure.reason] ?? 0) + 1;
        options.onFailure?.(failure.reason);
        throw failure;
      }
    },
    failures: () => ({ ...counts }),
    close: async () => (await agent)?.destroy(),
  };
}

async function followRedirects(
  agent: Agent,
  address: string,
  request: SafeHttpRequest,
  options: SafeHttpClientOptions,
): Promise<SafeHttpResponse> {
  const deadline = AbortSignal.timeout(request.timeoutMilliseconds ?? options.timeoutMilliseconds);
  const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline;
  const allowedPorts = options.allowedPorts ?? defaultAllowedPorts;
  const bytesMax = request.bytesMax ?? options.bytesMax;
  let step: SafeHttpRequest = withDefaultHeaders(request, options);
  let url = checkedUrl(address, allowedPorts);
  for (let redirects = 0; redirects <= (options.redirectsMax ?? 5); redirects += 1) {
    const answer = await send(agent, url, step, signal);
    const location = redirectStatuses.has(answer.statusCode) ? header(answer.headers['location']) : '';
    if (location === '') return finish(answer, url, bytesMax);
    answer.body.on('error', () => {}).destroy(); // the body of a redirect may be endless too
    const next = checkedUrl(absolute(location, url), allowedPorts);
    step = redirected(step, answer.statusCode, next.origin === url.origin);
    url = next;
  }
  throw new SafeHttpError('redirects', 'the address redirects too often');
}

function withDefaultHeaders(request: SafeHttpRequest, options: SafeHttpClientOptions): SafeHttpRequest {
  const headers = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    ...request,
    headers: {
      'user-agent': options.userAgent ?? 'kentongan/0.1',
      'accept-encoding': 'gzip, deflate, br',
      ...Object.fromEntries(headers),
    },
  };
}

function send(agent: Agent, url: URL, request: SafeHttpRequest, signal: AbortSignal) {
  return agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: request.method ?? 'GET',
    headers: { ...request.headers },
    body: request.body ?? null,
    signal,
  });
}

async function finish(
  answer: Dispatcher.ResponseData,
  url: URL,
  bytesMax: number,
): Promise<SafeHttpResponse> {
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, header(value)]),
  );
  const body = await readBounded(answer.body, headers['content-encoding'] ?? '', bytesMax);
  return { status: answer.statusCode, headers, body, url: url.href };
}

/** What the next hop gets: no secrets for another origin, and no body once the method has become GET. */
function redirected(request: SafeHttpRequest, status: number, sameOrigin: boolean): SafeHttpRequest {
  const kept = Object.entries(request.headers ?? {}).filter(
    ([name]) => sameOrigin || !credentialHeaders.has(name),
  );
  const { body: _body, ...rest } = request;
  const becomesGet =
    request.method !== 'HEAD' && (status === 303 || (status < 303 && request.method === 'POST'));
  return becomesGet
    ? {
        ...rest,
        method: 'GET',
        headers: Object.fromEntries(kept.filter(([name]) => !name.startsWith('content-'))),
      }
    : { ...request, headers: Object.fromEntries(kept) };
}

function absolute(location: string, base: URL): string {
  if (URL.canParse(location, base.href)) return new URL(location, base).href;
  throw new SafeHttpError('badUrl', 'the address redirects to something that is no address');
}

function header(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

function asSafeHttpError(error: unknown, signal: AbortSignal | undefined): SafeHttpError {
  if (error instanceof SafeHttpError) return error;
  const { name, code } = error as { name?: string; code?: unknown };
  const cause = { cause: error };
  if (signal?.aborted === true) return new SafeHttpError('aborted', 'the request was given up', cause);
  if (/Timeout/.test(name ?? '')) return new SafeHttpError('timeout', 'no complete answer in time', cause);
  if (name === 'HeadersOverflowError')
    return new SafeHttpError('tooLarge', 'the headers are too large', cause);
  return new SafeHttpError('network', `the connection failed (${String(code ?? name)})`, cause);
}
