import type { Analysis, Lesson, PostPart } from '@kentongan/contracts';
import type { Token } from '../tokens/token.js';
import { LabelMemory, type Recalled } from './label-memory.js';
import { PlaceMemory } from './place-memory.js';
import { wordDigestsOf } from './word-digests.js';

/** What a region's officers taught the program. */
export class Lessons {
  private readonly labels = new LabelMemory();
  private readonly places = new PlaceMemory();

  /** @param key what the lesson is about (`lessonKey`); null takes it back */
  record(key: string, lesson: Lesson | null): void {
    this.labels.record(key, lesson);
    this.places.record(key, lesson);
  }

  /** The analysis with the parts that an officer corrected on a similar post; these are named in `learned`. */
  apply(analysis: Analysis, text: string, tokens: readonly Token[]): Analysis {
    if (this.labels.isEmpty && this.places.isEmpty) return analysis;
    const digests = this.labels.isEmpty ? [] : wordDigestsOf(tokens);
    const recalled = [...this.labels.recall(analysis.nearCopyKey, digests).values()];
    const places = this.places.reread(text, analysis.places);
    const learned: PostPart[] = recalled.map(({ label }) => label.part);
    if (places) learned.push('place');
    if (learned.length === 0) return analysis;
    const taught = recalled.reduce(withLabel, analysis);
    return { ...taught, ...(places && { places }), learned: learned.sort() };
  }
}

function withLabel(analysis: Analysis, { label, similarity: confidence }: Recalled): Analysis {
  switch (label.part) {
    case 'language':
      return { ...analysis, language: { code: label.label, confidence } };
    case 'sentiment':
      return { ...analysis, sentiment: { label: label.label, confidence } };
    case 'postType':
      return { ...analysis, postType: { label: label.label, confidence } };
  }
}
