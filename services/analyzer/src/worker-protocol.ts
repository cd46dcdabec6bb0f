import type { PackedMessages } from './packed-messages.js';

/** What the main thread tells the worker. */
export type ToWorker =
  | { readonly kind: 'analyze'; readonly requestId: number; readonly messages: PackedMessages }
  | { readonly kind: 'fact'; readonly key: string; readonly value: Uint8Array | null }
  | { readonly kind: 'region'; readonly key: string; readonly value: Uint8Array | null };

/** One message that could not be analysed, by its place in the request. */
export interface AnalysisFailure {
  readonly index: number;
  readonly reason: 'notUtf8' | 'notJson' | 'notAnEvent' | 'unknownEvent' | 'wrongData' | 'poison';
  readonly detail: string;
}

/** What the worker answers. Failed messages have length 0 in `messages` and stand in `failures`. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'analyzed';
      readonly requestId: number;
      readonly messages: PackedMessages;
      readonly regionIds: readonly string[];
      readonly failures: readonly AnalysisFailure[];
    };
