/** One text that is held: its terms in order, repeats included. */
export interface HeldText {
  readonly id: string;
  readonly terms: readonly string[];
}

const slotBits = 18;

/**
 * Which texts hold a term. Texts come and go; a place that became free is used again.
 *
 * Kept small, because it stands beside the hoax memory: lists of places instead of a map for each term, and how often a
 * term stands in a text is counted in the text itself when it is asked for.
 */
export class TermPostings {
  private readonly texts: (HeldText | undefined)[] = [];
  private readonly placesOf = new Map<string, number[]>();
  private readonly placeOf = new Map<string, number>();
  private readonly free: number[] = [];
  private termTotal = 0;

  get size(): number {
    return this.placeOf.size;
  }

  /** Terms in a text, on average. */
  get meanLength(): number {
    return this.termTotal / Math.max(1, this.size);
  }

  /** Adds a text or replaces the one with the same id. */
  add(id: string, terms: readonly string[]): void {
    this.remove(id);
    const place = this.free.pop() ?? this.texts.length;
    this.texts[place] = { id, terms };
    this.placeOf.set(id, place);
    this.termTotal += terms.length;
    for (const term of new Set(terms)) {
      const places = this.placesOf.get(term);
      if (places) places.push(place);
      else this.placesOf.set(term, [place]);
    }
  }

  /** @returns the terms of the text that is gone, or null when there was none */
  remove(id: string): readonly string[] | null {
    const place = this.placeOf.get(id);
    if (place === undefined) return null;
    const { terms } = this.texts[place]!;
    for (const term of new Set(terms)) {
      const places = this.placesOf.get(term)!;
      if (places.length === 1) this.placesOf.delete(term);
      else places.splice(places.indexOf(place), 1);
    }
    this.termTotal -= terms.length;
    this.texts[place] = undefined;
    this.placeOf.delete(id);
    this.free.push(place);
    return terms;
  }

  text(id: string): HeldText | undefined {
    const place = this.placeOf.get(id);
    return place === undefined ? undefined : this.texts[place];
  }

  textAt(place: number): HeldText {
    return this.texts[place]!;
  }

  /** Places of the texts that hold the term. */
  places(term: string): readonly number[] {
    return this.placesOf.get(term) ?? none;
  }
}

const none: readonly number[] = [];

/**
 * In how many texts a piece of a word stands, by its hash: a megabyte whatever the memory holds. Pieces that share
 * a number seem a little commoner than they are.
 */
export class PieceCounts {
  private readonly counts = new Uint32Array(2 ** slotBits);

  constructor(private readonly hashOf: (piece: string) => number) {}

  /** @param change 1 for a text that came, -1 for one that went; the same pieces both times */
  count(pieces: Iterable<string>, change: 1 | -1): void {
    for (const piece of pieces) this.counts[this.slotOf(piece)]! += change;
  }

  of(piece: string): number {
    return this.counts[this.slotOf(piece)]!;
  }

  private slotOf(piece: string): number {
    return this.hashOf(piece) >>> (32 - slotBits);
  }
}
