import type { FeedSettings } from '@kentongan/contracts';
import { type Clock, type SafeHttpClient, SafeHttpError, type SafeHttpResponse } from '@kentongan/platform';
import { entryPost } from './entry-posts.js';
import type { FeedParser } from './feed-parser.js';
import type { PollFailure, PollResult, SourceCursor, SourcePort } from './source.port.js';

export interface FeedSourceParts {
  readonly http: SafeHttpClient;
  readonly parser: FeedParser;
  readonly clock: Clock;
}

const retryAfterSecondsMax = 86_400;

/** RSS and Atom over conditional GET: an unchanged feed costs one small answer. */
export class FeedSource implements SourcePort {
  readonly sourceId: string;
  readonly pollSeconds: number;

  constructor(
    private readonly settings: FeedSettings,
    private readonly parts: FeedSourceParts,
  ) {
    this.sourceId = settings.sourceId;
    this.pollSeconds = settings.pollSeconds;
  }

  async poll(cursor: SourceCursor, signal: AbortSignal): Promise<PollResult> {
    try {
      const answer = await this.parts.http.request(this.settings.url, {
        headers: {
          accept: 'application/rss+xml, application/atom+xml, application/xml;q=0.9',
          ...conditions(cursor, this.settings.url),
        },
        signal,
      });
      if (answer.status === 304) return { kind: 'unchanged', cursor };
      return answer.status === 200 ? await this.read(answer) : failedStatus(answer, this.parts.clock.now());
    } catch (error) {
      if (!(error instanceof SafeHttpError)) throw error;
      return failed(failureOf[error.reason], error.message);
    }
  }

  private async read({ body, headers }: SafeHttpResponse): Promise<PollResult> {
    const { parser, clock } = this.parts;
    const feed = await parser.parse(body, headers['content-type'] ?? '');
    if ('failure' in feed) return failed(feed.failure, feed.detail);
    const posts = feed.entries.flatMap((entry) => entryPost(entry, this.settings, clock.now()) ?? []);
    return {
      kind: 'polled',
      posts,
      cursor: cursorOf(headers, this.settings.url),
      skipped: feed.entries.length - posts.length,
    };
  }
}

const failureOf: Readonly<Record<SafeHttpError['reason'], PollFailure>> = {
  badUrl: 'refused',
  scheme: 'refused',
  userinfo: 'refused',
  port: 'refused',
  forbiddenAddress: 'refused',
  redirects: 'refused',
  unresolved: 'unreachable',
  network: 'unreachable',
  aborted: 'unreachable',
  timeout: 'timeout',
  tooLarge: 'tooLarge',
  badEncoding: 'hostile',
};

/** What one address said of its state means nothing at another. */
function conditions(cursor: SourceCursor, url: string): Record<string, string> {
  if (cursor['url'] !== undefined && cursor['url'] !== url) return {};
  return {
    ...(cursor['etag'] ? { 'if-none-match': cursor['etag'] } : {}),
    ...(cursor['lastModified'] ? { 'if-modified-since': cursor['lastModified'] } : {}),
  };
}

function cursorOf(headers: SafeHttpResponse['headers'], url: string): SourceCursor {
  const kept = (value: string | undefined) => (value !== undefined && value.length <= 500 ? value : '');
  return { etag: kept(headers['etag']), lastModified: kept(headers['last-modified']), url };
}

function failedStatus({ status, headers }: SafeHttpResponse, now: number): PollResult {
  const isOverQuota = status === 429;
  const failure = isOverQuota ? 'overQuota' : status >= 500 ? 'serverError' : 'refused';
  return failed(failure, `the server answers ${status}`, retryAfter(headers['retry-after'], now));
}

/** Seconds or an HTTP date, bounded: a feed cannot switch itself off for ever. */
function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1_000;
  return seconds > 0 ? Math.min(Math.ceil(seconds), retryAfterSecondsMax) : null;
}

function failed(failure: PollFailure, detail: string, retryAfterSeconds: number | null = null): PollResult {
  // Part of it may be the other side's words: one line, no terminal escapes.
  const line = detail.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ').slice(0, 400);
  return { kind: 'failed', failure, detail: line, retryAfterSeconds };
}
