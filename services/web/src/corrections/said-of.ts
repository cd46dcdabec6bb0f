import type { ArchiveHit, PostLabel } from '@kentongan/contracts';
import { correctionTarget, placeWords } from '@kentongan/contracts/correct-post';

type Post = ArchiveHit['post'];

/** What the program said of the part that `label` is about, as a code; of a place the first reading of its words. */
export function saidOf({ analysis, corrections, text }: Post, label: PostLabel): string | null {
  const said = corrections?.said ?? analysis;
  switch (label.part) {
    case 'language':
      return said.language.code;
    case 'sentiment':
      return said.sentiment.label;
    case 'postType':
      return said.postType.label;
    case 'place':
      return said.places.find((mention) => placeWords(text, mention) === label.words)?.codes[0] ?? null;
  }
}

/** The label that stands by a person's word on the same part, if there is one. */
export function standingOf({ corrections }: Post, label: PostLabel): PostLabel | null {
  const target = correctionTarget(label);
  const standing = corrections?.labels.find((each) => correctionTarget(each) === target);
  if (!standing) return null;
  const { at: _, ...plain } = standing;
  return plain;
}

/** Whether the label says what the program says: then it is no correction, but takes one back. */
export function isProgramsWord(post: Post, label: PostLabel): boolean {
  const word = label.part === 'place' ? label.code : label.label;
  if (word !== saidOf(post, label)) return false;
  return label.part !== 'place' || readings(post, label.words) === 1;
}

/** Of words that may mean several places, choosing one says more than the program did. */
const readings = ({ analysis, corrections, text }: Post, words: string): number =>
  (corrections?.said ?? analysis).places.find((mention) => placeWords(text, mention) === words)?.codes
    .length ?? 0;
