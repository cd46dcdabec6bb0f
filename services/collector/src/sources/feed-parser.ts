import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type FeedRefusal, feedText, refuseFeedText } from './feed-text.js';
import type { ParsedFeed } from './parse-feed.js';

export interface FeedParserLimits {
  readonly parseMilliseconds: number;
  readonly heapMegabytes: number;
}

const defaultFeedParserLimits: FeedParserLimits = { parseMilliseconds: 2_000, heapMegabytes: 48 };

type Answer = { readonly feed: ParsedFeed } | { readonly problem: string };

/** Parses feeds in a thread of its own, which dies with the feed that asks too much of it. */
export class FeedParser {
  private worker: Worker | null = null;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly limits: FeedParserLimits = defaultFeedParserLimits) {}

  /** Feeds wait for each other: one thread, one feed. Never rejects for what a feed holds. */
  parse(bytes: Uint8Array, contentType: string): Promise<ParsedFeed | FeedRefusal> {
    const parsed = this.queue.then(() => this.parseNow(bytes, contentType));
    this.queue = parsed.catch(() => {});
    return parsed;
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }

  private async parseNow(bytes: Uint8Array, contentType: string): Promise<ParsedFeed | FeedRefusal> {
    const text = feedText(bytes, contentType);
    const refusal = refuseFeedText(text);
    if (refusal) return refusal;
    this.worker ??= this.startWorker();
    this.worker.postMessage(text);
    const answer = await this.answer(this.worker);
    if ('feed' in answer) return answer.feed;
    return 'problem' in answer
      ? { failure: 'notAFeed', detail: `the feed cannot be read: ${answer.problem}` }
      : answer;
  }

  private async answer(worker: Worker): Promise<Answer | FeedRefusal> {
    const { parseMilliseconds } = this.limits;
    try {
      const [answer] = await once(worker, 'message', { signal: AbortSignal.timeout(parseMilliseconds) });
      return answer as Answer;
    } catch (error) {
      this.worker = null;
      await worker.terminate();
      const isMemory = (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
      const detail = isMemory
        ? 'the feed needs too much memory to be read'
        : `the feed cannot be read within ${parseMilliseconds} milliseconds`;
      return { failure: 'hostile', detail };
    }
  }

  private startWorker(): Worker {
    const worker = new Worker(new URL('./feed.worker.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.heapMegabytes, maxYoungGenerationSizeMb: 16 },
      env: {}, // the thread that reads strangers' input knows no secrets
      execArgv: [],
    });
    worker.on('error', () => {
      if (this.worker === worker) this.worker = null;
    });
    worker.unref();
    return worker;
  }
}
