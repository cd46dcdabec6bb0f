import { FadingCounts } from './fading-counts.js';

/** How fast the live stream's word counts fade: a small desk hears twenty posts a day, and a topic stays for weeks. */
const halfLifeHours = 336;
/** Below this many terms of evidence the stream says little: an unseen word is not rare, it was not looked for long enough. */
const priorTerms = 2_500;
/** Below this many posts with the one word nothing is known about what it comes with. */
const priorPosts = 5;
/** So much is never faded: about a thousand posts. */
const termsKeptMin = 20_000;
const stemsMax = 200_000;
const pairsMax = 300_000;
/** Words of a post between which pairs are counted: 24 words make 276 pairs. */
const pairedWordsMax = 24;
const hourMilliseconds = 3_600_000;
/** Pair keys are two ids in one number; 2^26 ids each keep it exact. */
const idSpan = 2 ** 26;

/**
 * How common words are, alone and together, in the live stream of the last weeks.
 *
 * Why: "makan siang gratis" is rare in a memory of four thousand hoaxes and stands in every second post of a week in
 * which all talk about it. A word's weight must fall with what people talk about now, and the second word of a topic or
 * of a name must not count as if the first were not there, or the topic is accused instead of the claim.
 */
export class StreamWords {
  private readonly stems = new FadingCounts<string>(stemsMax);
  private readonly posts = new FadingCounts<number>(stemsMax);
  private readonly pairs = new FadingCounts<number>(pairsMax);
  private fadedAt = Number.NEGATIVE_INFINITY;

  /**
   * @param stems all stems of the post
   * @param knownIds ids of its distinct words that the memory knows, between which pairs are counted
   * @param timeMilliseconds event time of the post; older than the last seen is counted as now
   */
  observe(stems: readonly string[], knownIds: readonly number[], timeMilliseconds: number): void {
    this.fade(timeMilliseconds);
    for (const stem of stems) this.stems.add(stem);
    const ids = knownIds.slice(0, pairedWordsMax);
    for (let i = 0; i < ids.length; i += 1) {
      this.posts.add(ids[i]!);
      for (let j = 0; j < i; j += 1) this.pairs.add(pairKey(ids[i]!, ids[j]!));
    }
  }

  /** How well the stream is known, 0 (nothing heard) to 1. */
  get confidence(): number {
    return this.stems.total / (this.stems.total + priorTerms);
  }

  /** Share of the stream's words that are `stem`, 0 to 1, shrunk to 0 while little was seen. */
  shareOf(stem: string): number {
    return this.stems.count(stem) / (this.stems.total + priorTerms);
  }

  /** Share of the posts with the word `given` that hold the word `id` too, 0 to 1, shrunk to 0 while few were seen. */
  shareGiven(id: number, given: number): number {
    const together = this.pairs.count(pairKey(id, given));
    return together === 0 ? 0 : together / (this.posts.count(given) + priorPosts);
  }

  private fade(timeMilliseconds: number): void {
    if (this.fadedAt === Number.NEGATIVE_INFINITY) this.fadedAt = timeMilliseconds;
    const halfLifeMilliseconds = halfLifeHours * hourMilliseconds;
    while (timeMilliseconds - this.fadedAt >= halfLifeMilliseconds) {
      // A quiet desk keeps what little it heard; and without this a jump of years would loop for each half-life.
      if (this.stems.total < termsKeptMin) {
        this.fadedAt = timeMilliseconds;
        return;
      }
      for (const counts of [this.stems, this.posts, this.pairs]) counts.halve();
      this.fadedAt += halfLifeMilliseconds;
    }
  }
}

function pairKey(a: number, b: number): number {
  return a < b ? a * idSpan + b : b * idSpan + a;
}
