import type { Configuration, SafeHttpClient } from '@kentongan/platform';

/** Nest injection token. */
export const RESPONDER_OPTIONS = Symbol('responder options');

export interface ResponderOptions {
  /** Who words drafts beside the template; null = nobody. */
  readonly drafter: Configuration['drafter'];
  /** Default: the safe client, made for the drafter's address. */
  readonly drafterHttp?: SafeHttpClient;
  /** Where a region's own model of agencies lies; without it there is none. */
  readonly dataDirectory?: string;
}
