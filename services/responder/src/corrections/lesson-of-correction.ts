import { nearCopyKey } from '@kentongan/claims';
import { type CorrectionBody, type Lesson, type PostLabel, placeWords } from '@kentongan/contracts';
import { tokenize, wordDigestsOf } from '@kentongan/language';

/** What the analyzer is to learn from a correction. The text ends here: only digests of its words go on. */
export function lessonOf({ postId, text }: CorrectionBody, label: PostLabel, at: string): Lesson {
  const tokens = tokenize(text);
  return { postId, label, nearCopyKey: nearCopyKey(tokens), wordDigests: wordDigestsOf(tokens), at };
}

/** Words of a place in the form in which mentions are compared. */
export function normalLabel(label: PostLabel): PostLabel {
  if (label.part !== 'place') return label;
  return { ...label, words: placeWords(label.words, { start: 0, end: label.words.length }) };
}
