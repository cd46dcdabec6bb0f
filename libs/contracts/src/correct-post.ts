import type { Analysis, PlaceMention } from './analysis.js';
import { correctionTarget, postLabelsMax } from './correction-target.js';
import type { CorrectedPost, DatedPostLabel, PostCorrections, PostLabel } from './corrections.js';
import type { AnalyzedPost } from './posts.js';

export { correctionTarget } from './correction-target.js';

type Said = PostCorrections['said'];

/** A person's word counts as certain. */
const certain = 1;
const placesMax = 20;

/** The words of a mention as corrections name them: a mention without any is the place the text does not name. */
export function placeWords(text: string, { start, end }: Pick<PlaceMention, 'start' | 'end'>): string {
  return foldWords(text.slice(start, end));
}

/**
 * A post with one more correction; the latest on the same part (of places: on the same words) holds.
 * Unchanged when it has as many as a post can have.
 */
export function correctPost(post: CorrectedPost, label: DatedPostLabel): CorrectedPost {
  const kept = labelsWithout(post, label);
  return kept.length >= postLabelsMax ? post : withLabels(post, [...kept, label]);
}

/** The post with the program's word again where `label` corrected it. */
export function uncorrectPost(post: CorrectedPost, label: PostLabel): CorrectedPost {
  return withLabels(post, labelsWithout(post, label));
}

/** A new revision or a new analysis of a post that people had corrected: their word wins until it is undone. */
export function keepCorrections(fresh: AnalyzedPost, known: PostCorrections | undefined): CorrectedPost {
  return known && !fresh.deleted ? withLabels(fresh, known.labels) : fresh;
}

function labelsWithout(post: CorrectedPost, label: PostLabel): DatedPostLabel[] {
  const target = correctionTarget(label);
  return (post.corrections?.labels ?? []).filter((each) => correctionTarget(each) !== target);
}

function withLabels(post: CorrectedPost, labels: readonly DatedPostLabel[]): CorrectedPost {
  const { corrections, ...plain } = post;
  const said = corrections?.said ?? saidOf(post.analysis);
  if (labels.length === 0) return { ...plain, analysis: { ...plain.analysis, ...said } };
  const corrected = labels.reduce((analysis, label) => applied(analysis, label, post.text), said);
  return {
    ...plain,
    analysis: { ...plain.analysis, ...corrected },
    corrections: { labels: [...labels], said },
  };
}

const saidOf = ({ language, sentiment, postType, places }: Analysis): Said => ({
  language,
  sentiment,
  postType,
  places,
});

function applied(said: Said, label: PostLabel, text: string): Said {
  switch (label.part) {
    case 'language':
      return { ...said, language: { code: label.label, confidence: certain } };
    case 'sentiment':
      return { ...said, sentiment: { label: label.label, confidence: certain } };
    case 'postType':
      return { ...said, postType: { label: label.label, confidence: certain } };
    case 'place':
      return { ...said, places: placesWith(said.places, label, text) };
  }
}

/** The words lose what they were taken for, and get their place wherever they stood, or where they stand first. */
function placesWith(
  places: readonly PlaceMention[],
  { words, code }: Extract<PostLabel, { part: 'place' }>,
  text: string,
): PlaceMention[] {
  const isMeant = (mention: PlaceMention) => placeWords(text, mention) === foldWords(words);
  const others = places.filter((mention) => !isMeant(mention));
  if (code === null) return others;
  const spans = places.filter(isMeant);
  const found = spans.length > 0 ? spans : spanOf(text, words);
  const named = found.map(({ start, end }) => ({ start, end, codes: [code], confidence: certain }));
  return [...named, ...others].slice(0, placesMax);
}

/** Where the words stand first; none when an edit took them out. */
function spanOf(text: string, words: string): Pick<PlaceMention, 'start' | 'end'>[] {
  if (words === '') return [{ start: 0, end: 0 }];
  const start = text.toLowerCase().indexOf(words);
  return start < 0 ? [] : [{ start, end: start + words.length }];
}

const foldWords = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
