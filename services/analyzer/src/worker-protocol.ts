import type { FactVariant } from '@kentongan/claims';
import type { Analysis, HoaxMatch } from '@kentongan/contracts';
import type { PackedMessages } from './packed-messages.js';

/** A text that a person asks about; it is answered and forgotten. */
export interface CheckRequest {
  readonly regionId: string;
  /** Names nobody; this is what the answer's offsets point into. */
  readonly text: string;
  /** What the hoax memory is asked with: the same words with their links as they were. */
  readonly asked: string;
  /** Set when the text was read behind a link. */
  readonly url?: string;
}

export interface CheckAnswer {
  readonly analysis: Analysis;
  /** Best first. */
  readonly matches: readonly HoaxMatch[];
}

/** Whose relatives are asked for, and by which region. */
export interface VariantsRequest {
  readonly regionId: string;
  readonly factId: string;
}

/** What people ask, and what they are answered. */
export interface Questions {
  readonly check: { readonly asked: CheckRequest; readonly answer: CheckAnswer };
  readonly variants: { readonly asked: VariantsRequest; readonly answer: readonly FactVariant[] };
}

export type QuestionKind = keyof Questions;

/** One question of any kind. */
export type Question = {
  readonly [Kind in QuestionKind]: { readonly kind: Kind; readonly asked: Questions[Kind]['asked'] };
}[QuestionKind];

/** What the main thread tells the worker. */
export type ToWorker =
  | { readonly kind: 'ask'; readonly requestId: number; readonly question: Question }
  | { readonly kind: 'analyze'; readonly requestId: number; readonly messages: PackedMessages }
  | { readonly kind: 'fact'; readonly key: string; readonly value: Uint8Array | null }
  | { readonly kind: 'lesson'; readonly key: string; readonly value: Uint8Array | null }
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
      readonly kind: 'answered';
      readonly requestId: number;
      readonly answer: Questions[QuestionKind]['answer'];
    }
  | { readonly kind: 'answerFailed'; readonly requestId: number; readonly detail: string }
  | {
      readonly kind: 'analyzed';
      readonly requestId: number;
      readonly messages: PackedMessages;
      readonly regionIds: readonly string[];
      readonly failures: readonly AnalysisFailure[];
    };
