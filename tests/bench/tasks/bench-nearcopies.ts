import { CopyGroups } from '@kentongan/bursts';
import { copyWordsOf } from '@kentongan/claims';
import { type Token, tokenize } from '@kentongan/language';
import { seededRandom } from '../../support/random.js';
import { InventedClaims } from '../claims/invented-claims.js';

const defaultPosts = 1_000_000;
/** One post in ten is a copy of one of the last texts. */
const copyShare = 0.1;
const originalsKeptMax = 30_000;
const batchPosts = 5_000;
const jaccardMin = 0.8;
const postsPerHour = 20_000;
const editsMax = 4;

const help = `npm run bench -- nearcopies [posts]

Default ${defaultPosts} posts of 12 to 40 words, one in ten an edited copy (token Jaccard at least ${jaccardMin}) of one of
the last ${originalsKeptMax} others. Processor time of grouping, without the making of the posts.`;

interface Planted {
  readonly text: string;
  /** Number of the post it copies, or null. */
  readonly original: number | null;
}

export default async function benchNearCopies([count]: string[]): Promise<Record<string, unknown>> {
  if (count === '--help') {
    console.log(help);
    return {};
  }
  const posts = Number(count ?? defaultPosts);
  if (!Number.isSafeInteger(posts) || posts < batchPosts)
    throw new Error(`at least ${batchPosts} posts are needed`);
  const planting = new Planting(seededRandom(9));
  const before = process.memoryUsage();
  const groups = new CopyGroups();
  const groupOf = new Map<number, string | null>();
  const tally = { copies: 0, found: 0, others: 0, falseMerges: 0 };
  const opened = new Set<string>();
  let microseconds = 0;
  for (let at = 0; at < posts; at += batchPosts) {
    const batch = Array.from({ length: Math.min(batchPosts, posts - at) }, (_, i) => planting.next(at + i));
    const tokens = batch.map(({ text }) => tokenize(text));
    const startedAt = process.cpuUsage();
    const keys = tokens.map((each, i) => grouped(each, ((at + i) / postsPerHour) * 3_600_000));
    const spent = process.cpuUsage(startedAt);
    microseconds += spent.user + spent.system;
    for (const [i, key] of keys.entries()) judge(batch[i]!, at + i, key);
    for (const number of groupOf.keys()) if (number < at - 2 * originalsKeptMax) groupOf.delete(number);
  }

  /** What the analyzer does with a post's words, and the detector with what comes of it. */
  function grouped(tokens: readonly Token[], atMilliseconds: number): string | null {
    const { key, sketch } = copyWordsOf(tokens);
    return key === null || sketch === null ? key : groups.groupOf(key, sketch, atMilliseconds);
  }

  function judge({ original }: Planted, number: number, key: string | null): void {
    if (original === null) {
      tally.others += 1;
      if (key !== null && opened.has(key)) tally.falseMerges += 1;
      if (key !== null) opened.add(key);
    } else {
      tally.copies += 1;
      if (key !== null && key === groupOf.get(original)) tally.found += 1;
    }
    groupOf.set(number, key);
  }

  const after = process.memoryUsage();
  const percent = (part: number, whole: number) => Math.round((part / whole) * 100_000) / 1_000;
  return {
    n: posts,
    postsPerSecond: Math.round(posts / (microseconds / 1_000_000)),
    recall: percent(tally.found, tally.copies),
    falseMergePercent: percent(tally.falseMerges, tally.others),
    memoryMegabytes: Math.round((after.arrayBuffers - before.arrayBuffers) / 1_000_000),
    ...tally,
  };
}

class Planting {
  private readonly invented: InventedClaims;
  private readonly originals: { readonly number: number; readonly words: readonly string[] }[] = [];

  constructor(private readonly random: () => number) {
    this.invented = new InventedClaims(random);
  }

  next(number: number): Planted {
    const original = this.originals[Math.floor(this.random() * this.originals.length)];
    if (original && this.random() < copyShare) return this.copyOf(original);
    const words = this.invented.text(12 + Math.floor(this.random() * 29));
    const kept = { number, words };
    if (this.originals.length < originalsKeptMax) this.originals.push(kept);
    else this.originals[number % originalsKeptMax] = kept;
    return { text: words.join(' '), original: null };
  }

  /** As many edits as still leave the Jaccard similarity of the words high enough. */
  private copyOf({ number, words }: { readonly number: number; readonly words: readonly string[] }): Planted {
    let copy: readonly string[] = words;
    for (let edit = 0; edit < editsMax; edit += 1) {
      const edited = this.edited(copy);
      if (jaccard(edited, words) < jaccardMin) break;
      copy = edited;
    }
    return { text: `Diteruskan: ${copy.join(' ')}`, original: number };
  }

  private edited(words: readonly string[]): string[] {
    const at = Math.floor(this.random() * words.length);
    const other = this.invented.text(1);
    const isDropped = this.random() < 0.3;
    return [...words.slice(0, at), ...(isDropped ? [] : other), ...words.slice(at + 1)];
  }
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const [first, second] = [new Set(a), new Set(b)];
  const both = [...first].filter((word) => second.has(word)).length;
  return both / (first.size + second.size - both);
}
