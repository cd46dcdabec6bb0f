import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type PostArchive, parseQuery, type Query } from '@kentongan/archive';
import { archiveMigrations, createPostgresArchive } from '@kentongan/archive/postgres';
import type { AnalyzedPost } from '@kentongan/contracts';
import { migrate, openDatabase } from '@kentongan/database';
import { percentile } from '../percentile.js';

const regionId = 'bench';
const batchPosts = 500;
const rounds = 100;
const dayMilliseconds = 86_400_000;
const secondsPerPost = 13;
const start = Date.UTC(2026, 0, 1);

/**
 * Fills an archive with invented posts (one every 13 seconds, word frequencies as in natural texts) and searches it.
 * @param args `--posts N` (default 200,000)
 */
export default async function benchArchive(args: string[]): Promise<Record<string, number | string>> {
  const options = {
    posts: { type: 'string', default: '200000' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values } = parseArgs({ args, options });
  if (values.help) {
    console.log(
      'npm run bench -- archive [--posts N]\n\nN invented posts (default 200000); DATABASE_URL names a server.',
    );
    return {};
  }
  const posts = Number(values.posts);
  if (!Number.isInteger(posts) || posts < batchPosts)
    throw new Error(`--posts takes a whole number from ${batchPosts} on`);
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-bench-'));
  const database = await openDatabase({ url: process.env['DATABASE_URL'], dataDirectory: folder });
  try {
    await migrate(database.url, 'archive', archiveMigrations);
    const archive = createPostgresArchive(database.pool);
    const indexed = await fill(archive, posts);
    return { n: posts, adapter: 'postgres', ...indexed, ...(await searches(archive, posts)) };
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(archive: PostArchive, posts: number): Promise<Record<string, number>> {
  const next = randomNumbers(20_261);
  const words = vocabulary();
  const batchMilliseconds: number[] = [];
  for (let at = 0; at < posts; at += batchPosts) {
    const batch = Array.from({ length: Math.min(batchPosts, posts - at) }, (_, i) =>
      inventedPost(at + i, words, next),
    );
    const began = performance.now();
    await archive.index(regionId, batch);
    batchMilliseconds.push(performance.now() - began);
  }
  const total = batchMilliseconds.reduce((sum, each) => sum + each, 0);
  return {
    indexPerSecond: Math.round((posts / total) * 1_000),
    batchP50Milliseconds: percentile(batchMilliseconds, 50),
    batchP95Milliseconds: percentile(batchMilliseconds, 95),
    batchMaxMilliseconds: percentile(batchMilliseconds, 100),
  };
}

async function searches(archive: PostArchive, posts: number): Promise<Record<string, number>> {
  const end = start + posts * secondsPerPost * 1_000;
  const sinceDays = (days: number) => ({ from: new Date(end - days * dayMilliseconds).toISOString() });
  const queries = searchTexts().map(queryOf);
  const timed = (run: (query: Query) => Promise<{ readonly ok: boolean }>) => p95(queries, run);
  return {
    newest20P95Milliseconds: await timed((query) =>
      archive.search({ regionId, query, order: 'newest', limit: 20 }),
    ),
    rankedP95Milliseconds: await timed((query) =>
      archive.search({ regionId, query, order: 'best', limit: 20, ...sinceDays(7) }),
    ),
    facetsP95Milliseconds: await timed((query) =>
      archive.facets({ regionId, query, valuesMax: 50, ...sinceDays(7) }),
    ),
    facetsOfAllP95Milliseconds: await timed((query) => archive.facets({ regionId, query, valuesMax: 50 })),
    histogramP95Milliseconds: await timed((query) =>
      archive.histogram({ regionId, query, unit: 'day', timeZone: 'Asia/Jakarta', ...sinceDays(30) }),
    ),
  };
}

/** Words as frequent as they are in the posts, phrases that are said, and filters. */
function searchTexts(): string[] {
  const words = vocabulary();
  const next = randomNumbers(7);
  const rank = () => naturalRank(words.length, next);
  const word = () => words[rank()]!;
  return Array.from({ length: rounds }, (_, i) => {
    const first = rank();
    const kinds = [
      word(),
      `${word()} ${word()}`,
      `"${words[first]} ${words[companion(first, words.length)]}"`,
      `${word()} sentimen:negatif`,
      `tempat:33.74.0${1 + (i % 9)} ${word()}`,
    ];
    return kinds[i % kinds.length]!;
  });
}

function queryOf(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.query;
}

async function p95(
  queries: readonly Query[],
  run: (query: Query) => Promise<{ readonly ok: boolean }>,
): Promise<number> {
  const milliseconds: number[] = [];
  for (const query of queries) {
    const began = performance.now();
    const answer = await run(query);
    if (!answer.ok) throw new Error('a search had no answer');
    milliseconds.push(performance.now() - began);
  }
  return percentile(milliseconds, 95);
}

/** Lehmer's generator: the same posts on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Zipf's law: the word of rank r comes up about 1/r times as often as the first. */
const naturalRank = (size: number, next: () => number): number =>
  Math.floor(Math.exp(next() * Math.log(size))) % size;

/** The word that often follows the word of this rank, so that there are phrases to search for. */
const companion = (rank: number, size: number): number => (rank * 31 + 7) % size;

function inventedText(length: number, words: readonly string[], next: () => number): string {
  const text: string[] = [];
  while (text.length < length) {
    const rank = naturalRank(words.length, next);
    text.push(words[rank]!);
    if (next() < 0.3) text.push(words[companion(rank, words.length)]!);
  }
  return text.join(' ');
}

function vocabulary(): string[] {
  const starts = [
    'ba',
    'ke',
    'su',
    'ra',
    'mo',
    'ti',
    'ja',
    'lu',
    'pe',
    'wo',
    'ni',
    'ga',
    'do',
    'ci',
    'hu',
    'sa',
    'te',
    'bi',
    'ka',
    'nu',
  ];
  const ends = [
    'lan',
    'mpu',
    'rik',
    'tas',
    'gon',
    'wer',
    'sik',
    'dul',
    'ngat',
    'pos',
    'rah',
    'ting',
    'bok',
    'yan',
    'cer',
    'muh',
    'lok',
    'set',
    'jang',
    'ndi',
  ];
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

function inventedPost(number: number, words: readonly string[], next: () => number): AnalyzedPost {
  const createdAt = new Date(start + number * secondsPerPost * 1_000).toISOString();
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
