import type { SubjectId } from './subject-labels.js';
import { subjectTerms } from './subject-terms.js';

/** Words side by side, as ids. */
interface PhraseRule {
  readonly subject: SubjectId;
  readonly words: readonly number[];
  readonly weight: number;
}

/** A word that counts when one of `partners` (as first words of phrases) is near. */
interface PairRule {
  readonly subject: SubjectId;
  readonly partners: readonly (readonly number[])[];
  readonly weight: number;
}

/** The rules that begin with one word. */
interface WordRules {
  readonly phrases: readonly PhraseRule[];
  /** A pair's left side: the phrase that has to stand, then the rule. */
  readonly pairs: readonly (PairRule & { readonly words: readonly number[] })[];
}

export interface TermIndex {
  readonly wordIds: ReadonlyMap<string, number>;
  /** By the id of the first word; undefined where no rule begins with it. */
  readonly rules: readonly (WordRules | undefined)[];
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Reads the term lists once. */
export function buildTermIndex(): TermIndex {
  const wordIds = new Map<string, number>();
  const phrases = new Map<number, PhraseRule[]>();
  const pairs = new Map<number, (PairRule & { words: readonly number[] })[]>();
  const ids = (phrase: string): number[] =>
    phrase
      .trim()
      .split(/\s+/)
      .map((word) => {
        const id = wordIds.get(word) ?? wordIds.size;
        wordIds.set(word, id);
        return id;
      });
  for (const [name, list] of Object.entries(subjectTerms)) {
    const subject = name as SubjectId;
    for (const term of list.split(',').map((part) => part.trim())) {
      if (term === '') continue;
      const isWeak = term.endsWith('?');
      const [left, right] = term.replace('?', '').split('~');
      const lefts = (left ?? '').split('/').map(ids);
      if (right === undefined) {
        for (const words of lefts)
          push(phrases, words[0]!, {
            subject,
            words,
            weight: (isWeak ? 0.5 : 1) * (words.length > 1 ? 1.5 : 1),
          });
        continue;
      }
      const partners = right.split('/').map(ids);
      for (const words of lefts)
        push(pairs, words[0]!, { subject, words, partners, weight: isWeak ? 0.5 : 1.5 });
    }
  }
  const rules = Array.from({ length: wordIds.size }, (_, id) =>
    phrases.has(id) || pairs.has(id)
      ? { phrases: phrases.get(id) ?? [], pairs: pairs.get(id) ?? [] }
      : undefined,
  );
  return { wordIds, rules };
}
