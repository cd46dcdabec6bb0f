import type { PostType } from '@kentongan/contracts';

/** What a post can be called; `undecided` is the absence of one of these. The order is that of the weights file. */
export const decidedPostTypes = [
  'complaint',
  'question',
  'criticism',
  'support',
  'news',
  'officialInfo',
  'other',
] as const satisfies readonly PostType[];

export type DecidedPostType = (typeof decidedPostTypes)[number];
