import type { PostArchive } from '@kentongan/archive';

export interface ArchiverOptions {
  readonly archive: PostArchive;
  /** Days that raw posts of live regions are kept, counted from when they were fetched. Default 90. */
  readonly retentionDays?: number;
  /** False: another process prunes. Default true. */
  readonly isPruning?: boolean;
}

/** Nest injection token of the options. */
export const ARCHIVER_OPTIONS = Symbol('archiver options');
/** Nest injection token of the archive port. */
export const POST_ARCHIVE = Symbol('post archive');
