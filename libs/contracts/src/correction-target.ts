import type { PostPart } from './analysis.js';

/** Of one post: three labels and as many places as an analysis has. */
export const postLabelsMax = 23;

/** What a correction is about: a later one with the same key takes its place. */
export function correctionTarget(label: { readonly part: PostPart; readonly words?: string }): string {
  return label.part === 'place' ? `place|${label.words ?? ''}` : label.part;
}
