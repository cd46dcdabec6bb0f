import type { Token } from '../tokens/index.js';

/** A region's rule: it holds when any of its phrases stands in the text. */
export interface PhraseRule {
  readonly id: string;
  readonly phrases: readonly string[];
}

interface Phrase {
  readonly ruleId: string;
  readonly words: readonly string[];
}

/**
 * Whole-word phrase matching for many rules at once: one map look-up per token, so cost does not grow with the rules.
 * @param wordsOf cuts a phrase into the same normal forms as the posts' tokens
 */
export class WatchRules {
  private readonly phrasesByFirstWord = new Map<string, Phrase[]>();

  constructor(rules: readonly PhraseRule[], wordsOf: (phrase: string) => readonly string[]) {
    for (const rule of rules) {
      for (const phrase of rule.phrases) {
        const words = wordsOf(phrase);
        const first = words[0];
        if (first === undefined) continue;
        const known = this.phrasesByFirstWord.get(first);
        if (known) known.push({ ruleId: rule.id, words });
        else this.phrasesByFirstWord.set(first, [{ ruleId: rule.id, words }]);
      }
    }
  }

  /** Ids of the rules that hold, each once, in order of first occurrence. Hashtags count as one word. */
  match(tokens: readonly Token[]): string[] {
    if (this.phrasesByFirstWord.size === 0) return [];
    const words = wordNorms(tokens);
    const found = new Set<string>();
    words.forEach((word, index) => {
      for (const phrase of this.phrasesByFirstWord.get(word) ?? [])
        if (phrase.words.every((each, offset) => words[index + offset] === each)) found.add(phrase.ruleId);
    });
    return [...found];
  }
}

/** The normal forms that phrases are compared with: words, numbers and hashtags (without #). */
export function wordNorms(tokens: readonly Token[]): string[] {
  return tokens
    .filter((token) => token.kind === 'word' || token.kind === 'number' || token.kind === 'hashtag')
    .map((token) => (token.norm.startsWith('#') ? token.norm.slice(1) : token.norm));
}
