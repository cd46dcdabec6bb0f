import type { IngestPost } from '@kentongan/contracts';

/** Where a source goes on: small strings that mean something to its adapter alone. Saved after the posts are durable. */
export type SourceCursor = Readonly<Record<string, string>>;

/** Why a poll brought nothing: a closed union, because the state of a source and its back-off follow from it. */
export type PollFailure =
  | 'unreachable'
  | 'timeout'
  | 'overQuota'
  | 'refused'
  | 'serverError'
  | 'tooLarge'
  | 'notAFeed'
  | 'hostile';

export type PollResult =
  | {
      readonly kind: 'polled';
      readonly posts: readonly IngestPost[];
      readonly cursor: SourceCursor;
      /** Entries that could not become posts, for the detail shown to people. */
      readonly skipped: number;
    }
  | { readonly kind: 'unchanged'; readonly cursor: SourceCursor }
  | {
      readonly kind: 'failed';
      readonly failure: PollFailure;
      /** One sentence for the operator; holds no secret of the address. */
      readonly detail: string;
      readonly retryAfterSeconds: number | null;
    };

/** One configured source. Adapters: RSS/Atom feeds. A poll never throws for what the other side does. */
export interface SourcePort {
  readonly sourceId: string;
  readonly pollSeconds: number;
  poll(cursor: SourceCursor, signal: AbortSignal): Promise<PollResult>;
}
