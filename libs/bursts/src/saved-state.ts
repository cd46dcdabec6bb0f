import type { CopyGroupsState } from './copy-groups.js';
import type { RunningEvent } from './events.js';
import type { KeyStateSaved } from './key-state.js';
import type { ObservedPost } from './observed-post.js';
import type { RegionHoursState } from './region-hours.js';

/** What changed in a region's detector since the last save. Save all of it in one transaction, or none. */
export interface DetectorChanges {
  /** State of the region itself, as JSON; replaces the one before. */
  readonly region: string;
  /** Changed keys, each as JSON; each replaces the one before. */
  readonly keys: readonly { readonly key: string; readonly state: string }[];
  readonly forgottenKeys: readonly string[];
  /** To be added to what was saved before; older ones than `chunksFrom` may be deleted. */
  readonly chunks: readonly DetectorChunk[];
  readonly chunksFrom: { readonly [Kind in DetectorChunk['kind']]: number };
}

/** A piece of an append-only memory: ids seen (bytes), what posts were counted for or the first texts of near-copies (JSON). */
export type DetectorChunk =
  | { readonly kind: 'seen'; readonly position: number; readonly body: Uint8Array }
  | { readonly kind: 'counted'; readonly position: number; readonly body: string }
  | { readonly kind: 'copies'; readonly position: number; readonly body: string };

/** Everything that was saved, for a detector to go on from. Chunks in the order in which they were saved. */
export interface DetectorSaved {
  readonly region: string;
  readonly keys: Iterable<{ readonly key: string; readonly state: string }>;
  readonly chunks: Iterable<DetectorChunk>;
}

/** The JSON of `region`. */
export interface RegionSaved {
  readonly format: 1;
  readonly hours: RegionHoursState | null;
  readonly total: KeyStateSaved | null;
  readonly events: readonly RunningEvent[];
  readonly seen: readonly [generation: number, startedAtMilliseconds: number];
  readonly waiting: readonly ObservedPost[];
  readonly activeKeys: number;
  readonly activeDay: number;
  readonly touches: number;
  readonly counters: RegionCounters;
  /** Left out in what was saved before near-copies were grouped. */
  readonly copyGroups?: CopyGroupsState;
}

export interface RegionCounters {
  counted: number;
  copies: number;
  late: number;
  edits: number;
  deletions: number;
}
