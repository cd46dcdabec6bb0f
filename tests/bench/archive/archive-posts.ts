import type { AnalyzedPost } from '@kentongan/contracts';

const secondsPerPost = 13;
const start = Date.UTC(2026, 0, 1);

/** When the post of this number was written: one every 13 seconds. */
export const timeOfPost = (number: number): number => start + number * secondsPerPost * 1_000;

/** Lehmer's generator: the same posts on every machine. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Zipf's law: the word of rank r comes up about 1/r times as often as the first. */
export const naturalRank = (size: number, next: () => number): number =>
  Math.floor(Math.exp(next() * Math.log(size))) % size;

/** The word that often follows the word of this rank, so that there are phrases to search for. */
export const companion = (rank: number, size: number): number => (rank * 31 + 7) % size;

function inventedText(length: number, words: readonly string[], next: () => number): string {
  const text: string[] = [];
  while (text.length < length) {
    const rank = naturalRank(words.length, next);
    text.push(words[rank]!);
    if (next() < 0.3) text.push(words[companion(rank, words.length)]!);
  }
  return text.join(' ');
}

export function vocabulary(): string[] {
  const starts = 'ba ke su ra mo ti ja lu pe wo ni ga do ci hu sa te bi ka nu'.split(' ');
  const ends = 'lan mpu rik tas gon wer sik dul ngat pos rah ting bok yan cer muh lok set jang ndi'.split(
    ' ',
  );
  const middles = [
    '',
    ...starts,
    ...starts.map((syllable) => `n${syllable}`),
    ...starts.map((syllable) => `r${syllable}`),
  ];
  return middles.flatMap((middle) => starts.flatMap((first) => ends.map((last) => first + middle + last)));
}

const labels = ['negative', 'neutral', 'positive'] as const;
const types = ['complaint', 'question', 'criticism', 'support', 'news', 'other'] as const;

export function inventedPost(number: number, words: readonly string[], next: () => number): AnalyzedPost {
  const createdAt = new Date(timeOfPost(number)).toISOString();
  const length = 10 + Math.floor(next() * 90);
  const text = inventedText(length, words, next);
  const village = `33.74.${String(1 + (number % 16)).padStart(2, '0')}.${1_001 + (number % 7)}`;
  return {
    postId: `contoh:${(number * 7_919) % 10_000_019}`,
    revision: 1,
    mode: 'live',
    platform: `media${number % 5}`,
    text,
    createdAt,
    firstCreatedAt: createdAt,
    fetchedAt: createdAt,
    foundBy: [`umpan-${number % 40}`],
    deleted: false,
    authorKey: Math.floor(next() * 20_000)
      .toString(16)
      .padStart(32, '0'),
    authorKind: 'person',
    likes: Math.floor(next() * 100),
    analysis: {
      analysisVersion: 1,
      language: { code: number % 9 ? 'id' : 'jv', confidence: 0.9 },
      sentiment: { label: labels[number % 3]!, confidence: 0.8 },
      places: number % 3 ? [] : [{ start: 0, end: 4, codes: [village], confidence: 0.9 }],
      subjects: number % 2 ? [`subjek${number % 17}`] : [],
      postType: { label: types[number % 6]!, confidence: 0.7 },
      nearCopyKey: `salinan${Math.floor(next() * 100_000)}`,
      hoaxMatch: null,
      hashtags: number % 4 ? [] : [`#tagar${number % 300}`],
      watchRules: [],
    },
  };
}
