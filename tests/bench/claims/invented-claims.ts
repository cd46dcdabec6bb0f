import type { Fact } from '@kentongan/contracts';
import { naturalRank, vocabulary } from '../archive/archive-posts.js';

const titleWords = 9;
/** A retelling keeps this share of the fact's words, as `keptProbabilityOf` expects. */
const keptShare = 0.75;

/** Invented facts and posts in one invented language whose words are as common and as rare as in a natural one. */
export class InventedClaims {
  private readonly words = distinctWords();

  constructor(private readonly random: () => number) {}

  fact(number: number): Fact {
    return { factId: `uji:${number}`, title: this.text(titleWords).join(' ') };
  }

  text(length: number): string[] {
    return Array.from({ length }, () => this.words[naturalRank(this.words.length, this.random)]!);
  }

  /** Innocent posts: most short, a few long chain messages. */
  post(): string {
    return this.text(this.random() < 0.02 ? 300 : 10 + Math.floor(this.random() * 40)).join(' ');
  }

  /** Tells the fact in the midst of other words. */
  retelling({ title }: Fact): string {
    const kept = title.split(' ').filter(() => this.random() < keptShare);
    return [...this.text(6), ...kept, ...this.text(10)].join(' ');
  }
}

/** The shared vocabulary, its words joined in pairs until there are as many as in a national memory. */
function distinctWords(): string[] {
  const short = vocabulary();
  return [...short, ...short.map((word, at) => word + short[(at * 31 + 7) % short.length]!.slice(0, 3))];
}
