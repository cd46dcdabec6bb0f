import type { ArchiveHit } from '@kentongan/contracts';
import { placeWords } from '@kentongan/contracts/correct-post';

type Mention = ArchiveHit['post']['analysis']['places'][number];

export interface MentionedPlace {
  /** As they stand in the text; '' = a place that the text does not name. */
  readonly words: string;
  /** What they may mean, best first; more than one = left open. */
  readonly codes: readonly string[];
  readonly confidence: number;
}

/** The words of a text that were read as places, each once, in the order of the text. */
export function mentionedPlaces(text: string, mentions: readonly Mention[]): MentionedPlace[] {
  const places = new Map<string, MentionedPlace>();
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    const { start, end, codes, confidence } = mention;
    const key = `${placeWords(text, mention)}|${codes.join()}`;
    if (!places.has(key)) places.set(key, { words: text.slice(start, end), codes, confidence });
  }
  return [...places.values()];
}
