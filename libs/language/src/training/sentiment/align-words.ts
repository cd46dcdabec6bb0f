/** The different words of a sentence and of its Indonesian translation. */
export interface SentencePair {
  readonly foreign: readonly string[];
  readonly indonesian: readonly string[];
}

export interface AlignedWord {
  readonly foreign: string;
  readonly indonesian: string;
}

const rounds = 6;
/** Geometric mean of both directions' probabilities; a lower one lets chance neighbours in. */
const probabilityMin = 0.25;
const sentencesMin = 2;

/** Pairs of words that stand in translations of each other: `pairs` of each sentence as indexes, row by row. */
interface Cooccurrences {
  readonly words: readonly AlignedWord[];
  readonly sentences: Uint32Array;
  readonly perSentence: readonly {
    readonly pairs: Uint32Array;
    readonly foreign: number;
    readonly indonesian: number;
  }[];
}

function cooccurrences(sentences: readonly SentencePair[]): Cooccurrences {
  const numbers = new Map<string, number>();
  const words: AlignedWord[] = [];
  const counts: number[] = [];
  const perSentence = sentences.map(({ foreign, indonesian }) => {
    const pairs = foreign.flatMap((from) =>
      indonesian.map((to) => {
        const key = `${from}\t${to}`;
        let number = numbers.get(key);
        if (number === undefined) {
          number = words.push({ foreign: from, indonesian: to }) - 1;
          numbers.set(key, number);
        }
        counts[number] = (counts[number] ?? 0) + 1;
        return number;
      }),
    );
    return { pairs: Uint32Array.from(pairs), foreign: foreign.length, indonesian: indonesian.length };
  });
  return { words, sentences: Uint32Array.from(counts), perSentence };
}

/**
 * Probability of each pair's second word given its first, by expectation maximisation without positions.
 * Source: Brown et al., "The mathematics of statistical machine translation", 1993, model 1.
 * @param fromForeign which side is given
 */
function translationProbabilities({ words, perSentence }: Cooccurrences, fromForeign: boolean): Float64Array {
  const givenOf = words.map(({ foreign, indonesian }) => (fromForeign ? foreign : indonesian));
  let probabilities = new Float64Array(words.length).fill(1);
  for (let round = 0; round < rounds; round += 1) {
    const expected = new Float64Array(words.length);
    for (const { pairs, foreign, indonesian } of perSentence) {
      const [outer, inner] = fromForeign ? [indonesian, foreign] : [foreign, indonesian];
      const at = (o: number, i: number) => pairs[fromForeign ? i * indonesian + o : o * indonesian + i]!;
      for (let o = 0; o < outer; o += 1) {
        let sum = 0;
        for (let i = 0; i < inner; i += 1) sum += probabilities[at(o, i)]!;
        for (let i = 0; i < inner; i += 1) expected[at(o, i)]! += probabilities[at(o, i)]! / sum;
      }
    }
    const totals = new Map<string, number>();
    givenOf.forEach((word, i) => void totals.set(word, (totals.get(word) ?? 0) + expected[i]!));
    probabilities = expected.map((count, i) => count / totals.get(givenOf[i]!)!);
  }
  return probabilities;
}

/** Likely translations, best first, learned from parallel sentences of one language and Indonesian. */
export function alignWords(sentences: readonly SentencePair[]): AlignedWord[] {
  const found = cooccurrences(sentences);
  const [forth, back] = [translationProbabilities(found, true), translationProbabilities(found, false)];
  return found.words
    .map((word, i) => ({ ...word, probability: Math.sqrt(forth[i]! * back[i]!), n: found.sentences[i]! }))
    .filter(
      ({ foreign, indonesian, probability, n }) =>
        n >= sentencesMin && probability >= probabilityMin && foreign !== indonesian,
    )
    .sort((a, b) => b.probability - a.probability)
    .map(({ foreign, indonesian }) => ({ foreign, indonesian }));
}
