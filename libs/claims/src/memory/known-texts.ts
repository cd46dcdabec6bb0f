import type { Fact } from '@kentongan/contracts';
import { type Token, tokenize } from '@kentongan/language';
import { type CopyWords, copyWordsOf } from '../near-copies/copy-words.js';
import { FewByKey } from '../near-copies/few-by-key.js';
import { Passages } from '../near-copies/passages.js';
import { SignatureBands } from '../near-copies/signature-bands.js';

const similarityMin = 0.62;
/** A link that more facts name is a platform or a form builder, not this hoax. */
const factsPerLinkMax = 3;
const linksPerFactMax = 20;
/** Room for texts at the start; doubled when full. */
const textsAtStart = 2_048;

/** One for all: most facts have no link, and many a title is too short to be told by its prints. */
const none: readonly never[] = [];

/** What is filed of a fact, so that it can be taken out again. */
interface Known {
  readonly keys: readonly string[];
  readonly links: readonly string[];
  readonly entries: readonly number[];
}

/** Without the room that a list which grew keeps in reserve: there are lists of one for each fact. */
const tight = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? none : list.slice());

type IsOpen = (factId: string) => boolean;

/** Recognises the circulating texts and links of the memory's facts themselves: level `same`. */
export class KnownTexts {
  private readonly known = new Map<string, Known>();
  private readonly factsOfKey = new FewByKey<string>();
  private readonly factsOfLink = new FewByKey<string>();
  private readonly factOfEntry: (string | undefined)[] = [];
  private readonly freeEntries: number[] = [];
  private readonly passages = new Passages();
  private bands = new SignatureBands(textsAtStart);

  add(fact: Fact): void {
    this.remove(fact.factId);
    const texts = [fact.title, fact.hoaxText ?? ''].map((text) => copyWordsOf(tokenize(text)));
    const keys = texts.map(({ key }) => key).filter((key) => key !== null);
    const links = linksOf(fact);
    const entries = texts.flatMap((words) => this.putText(fact.factId, words));
    for (const key of keys) this.factsOfKey.add(key, fact.factId);
    for (const link of links) this.factsOfLink.add(link, fact.factId);
    this.passages.add(fact.factId, texts[1]!.contentHashes);
    this.known.set(fact.factId, { keys: tight(keys), links: tight(links), entries: tight(entries) });
  }

  remove(factId: string): void {
    const known = this.known.get(factId);
    if (!known) return;
    for (const key of known.keys) this.factsOfKey.remove(key, factId);
    for (const link of known.links) this.factsOfLink.remove(link, factId);
    for (const entry of known.entries) {
      this.factOfEntry[entry] = undefined;
      this.freeEntries.push(entry);
    }
    this.passages.remove(factId);
    this.known.delete(factId);
  }

  /**
   * The fact whose link, text or title this post repeats, in whole or for the most part, or null.
   * @param words of the same tokens
   * @param isOpen whether the region that asks may see the fact
   */
  find(tokens: readonly Token[], words: CopyWords, isOpen: IsOpen): string | null {
    return this.byLink(tokens, isOpen) ?? this.byText(words, isOpen);
  }

  private byLink(tokens: readonly Token[], isOpen: IsOpen): string | null {
    for (const token of tokens) {
      if (token.kind !== 'link') continue;
      const facts = this.factsOfLink.of(token.norm);
      const found = facts.length <= factsPerLinkMax ? first(facts, isOpen) : null;
      if (found !== null) return found;
    }
    return null;
  }

  private byText(words: CopyWords, isOpen: IsOpen): string | null {
    const { key } = words;
    const exact = first(key === null ? none : this.factsOfKey.of(key), isOpen);
    if (exact !== null) return exact;
    if (words.signature === null) return null;
    const entry = this.bands.find(words.signature, similarityMin, (each) => {
      const factId = this.factOfEntry[each];
      return factId !== undefined && isOpen(factId);
    });
    return (
      (entry === null ? undefined : this.factOfEntry[entry]) ??
      this.passages.find(words.contentHashes, isOpen)
    );
  }

  private putText(factId: string, words: CopyWords): number[] {
    if (words.signature === null) return [];
    const entry = this.freeEntries.pop() ?? this.factOfEntry.length;
    if (entry >= this.bands.entriesMax) this.bands = this.bands.grown(2 * this.bands.entriesMax);
    this.bands.put(entry, words.signature);
    this.factOfEntry[entry] = factId;
    return [entry];
  }
}

/**
 * Links of the circulating text with a path: a bare host (facebook.com) is where a hoax was seen, not the hoax. The fact's
 * own address is left out: who passes it on passes on the answer.
 */
function linksOf(fact: Fact): string[] {
  const tokens = tokenize(fact.hoaxText ?? '');
  const links = tokens.filter(({ kind, norm }) => kind === 'link' && /\/[^/?#]/.test(norm));
  return [...new Set(links.map(({ norm }) => norm))].slice(0, linksPerFactMax);
}

function first(facts: readonly string[], isOpen: IsOpen): string | null {
  return facts.length === 0 ? null : (facts.filter(isOpen).sort()[0] ?? null);
}
