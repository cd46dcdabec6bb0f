import type { SafeHttpClient } from '@kentongan/platform';

/** Nest injection token of the options. */
export const NOTIFIER_OPTIONS = Symbol('notifier options');
/** Nest injection token of the one way out to receivers of webhooks. */
export const WEBHOOK_HTTP = Symbol('webhook http client');

export interface NotifierOptions {
  /** Where people open the desk, without a slash at the end; messages to other systems link there. */
  readonly publicUrl?: string;
  /** Instead of the notifier's own client: tests lead it to a receiver of theirs. */
  readonly http?: SafeHttpClient;
}
