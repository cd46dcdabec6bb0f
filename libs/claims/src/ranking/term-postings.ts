/** One text that is held: its terms in order, repeats included. */
export interface HeldText {
  readonly id: string;
  readonly terms: readonly string[];
}

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
