import type { RegionMode, Signal, SignalKeyKind } from '@kentongan/contracts';
import type { PostTraits } from './composition.js';

/** What a post counts towards. */
export interface ObservedKey {
  readonly kind: SignalKeyKind;
  readonly value: string;
  /** For `hoaxMatch`: the match is at level `same`, so fewer posts are enough. */
  readonly certain?: boolean;
}

/** A post as the detector sees it: when, who, and what it counts towards. No text but an excerpt. */
export interface ObservedPost {
  readonly postId: string;
  readonly revision: number;
  readonly createdAtMilliseconds: number;
  readonly arrivedAtMilliseconds: number;
  /** null = the source names no author: the post counts 0 towards distinct authors. */
  readonly authorKey: string | null;
  readonly keys: readonly ObservedKey[];
  /** By which its text is grouped with near-copies of it; absent when the text is too short, or from before there were any. */
  readonly copySketch?: string;
  readonly excerpt: string;
  readonly deleted: boolean;
  readonly mode: RegionMode;
  /** What the post is, for the composition of an event; a post without is counted, but not described. */
  readonly traits?: PostTraits;
}

/** A signal but for the wall time to the alert, which only the service's clock knows. */
export type DetectorSignal = Omit<Signal, 'timeToAlertWallSeconds'> & {
  readonly tippingArrivedAtMilliseconds: number;
};

/** The count rule of a watch rule. */
export interface WatchCount {
  readonly id: string;
  readonly count: number;
  readonly windowMinutes: number;
}
