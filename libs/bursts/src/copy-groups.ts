import { type OrderOf, SketchBands, sketchLength } from './sketch-bands.js';

/**
 * Of the words and pairs of words of both texts: two changed words in fourteen leave 0.58, and the estimate errs by 0.06. Two
 * messages about one happening share less than 0.3.
 */
const similarityMin = 0.52;
/** Characters that must be equal: those of what is the same, and one in 64 of the others by chance. */
const equalMin = Math.ceil((similarityMin + (1 - similarityMin) / 64) * sketchLength);
const textsAtStart = 1_024;
/** First texts given a second turn for one that is forgotten: a post must not walk through the whole table. */
const secondTurnsMax = 64;

export interface CopyGroupLimits {
  /** First texts remembered in a region, a power of two; about 320 bytes each, taken as they are needed. */
  readonly textsMax: number;
  /** A group that nobody added to for this long is closed; a later copy opens a new one. */
  readonly silenceHoursMax: number;
}

export const copyGroupLimits: CopyGroupLimits = { textsMax: 65_536, silenceHoursMax: 48 };

/** Changes since the last save; once every text of it is forgotten, `position` is below what is kept. */
export interface CopyGroupsChunk {
  readonly position: number;
  readonly body: string;
}

/** First texts from number `from` on, and when those saved earlier were heard last. Times in seconds. */
interface SavedChunk {
  readonly from: number;
  readonly texts: readonly (readonly [key: string, sketch: string, heardAt: number, isHeardAgain?: 1])[];
  readonly heard: readonly (readonly [number: number, heardAt: number])[];
}

export type CopyGroupsState = readonly [capacity: number, oldest: number, next: number];

/**
 * Groups near-copies in the posts of a region: the key of a group is the key of its first text. Only first texts are
 * remembered, so that a chain of small edits cannot drift into another message. Bounded: the oldest first text goes, unless
 * it was passed on since its last turn. The same posts in the same order give the same groups, whatever was restored in between.
 */
export class CopyGroups {
  private bands: SketchBands;
  private keys: string[] = [];
  private heardAt: Float64Array;
  private isHeardAgain: Uint8Array;
  private readonly sketch = new Uint8Array(sketchLength);
  /** Numbers of first texts rise without end; the place of one is its number modulo the capacity. */
  private oldest = 0;
  private next = 0;
  private savedBelow = 0;
  private readonly heardSinceSaved = new Set<number>();
  private readonly silenceSeconds: number;
  private seconds = 0;

  constructor(
    private readonly limits: CopyGroupLimits = copyGroupLimits,
    private capacity = Math.min(textsAtStart, limits.textsMax),
  ) {
    this.bands = new SketchBands(capacity);
    this.heardAt = new Float64Array(capacity);
    this.isHeardAgain = new Uint8Array(capacity);
    this.silenceSeconds = limits.silenceHoursMax * 3_600;
  }

  /** First texts remembered now. */
  get texts(): number {
    return this.next - this.oldest;
  }

  /**
   * The group that a post belongs to, by its first text's key.
   * @param key of the post's own text
   * @param sketch as the analysis made it; one of another length is another kind's and stands for itself
   */
  groupOf(key: string, sketch: string, atMilliseconds: number): string {
    if (sketch.length !== sketchLength) return key;
    this.seconds = Math.floor(atMilliseconds / 1_000);
    for (let k = 0; k < sketchLength; k += 1) this.sketch[k] = sketch.charCodeAt(k);
    const entry = this.bands.find(this.sketch, equalMin, this.orderOf);
    if (entry === null) {
      this.makeRoom();
      this.put(key, this.sketch, this.seconds);
      return key;
    }
    this.hear(entry);
    return this.keys[entry]!;
  }

  private readonly orderOf: OrderOf = (entry) => (this.isAlive(entry) ? this.numberOf(entry) : null);

  private isAlive(entry: number): boolean {
    const isHeld = this.numberOf(entry) >= this.oldest;
    return isHeld && Math.abs(this.seconds - this.heardAt[entry]!) <= this.silenceSeconds;
  }

  /** The newest number that has this place. */
  private numberOf(entry: number): number {
    const newest = this.next - 1;
    return newest - ((newest - entry) % this.capacity);
  }

  private hear(entry: number): void {
    const number = this.numberOf(entry);
    this.heardAt[entry] = Math.max(this.heardAt[entry]!, this.seconds);
    this.isHeardAgain[entry] = 1;
    if (number < this.savedBelow) this.heardSinceSaved.add(number);
  }

  private put(key: string, sketch: Uint8Array, heardAt: number): void {
    const entry = this.next % this.capacity;
    this.next += 1;
    this.bands.put(entry, sketch);
    this.keys[entry] = key;
    this.heardAt[entry] = heardAt;
    this.isHeardAgain[entry] = 0;
  }

  /** Forgets what has been silent, grows while there is leave to, and only then forgets the oldest that nobody passed on. */
  private makeRoom(): void {
    for (let turns = 0; this.texts >= this.capacity; turns += 1) {
      const entry = this.oldest % this.capacity;
      const isAlive = this.isAlive(entry);
      if (isAlive && this.capacity < this.limits.textsMax) {
        this.grow();
        return;
      }
      this.oldest += 1;
      if (!isAlive || this.isHeardAgain[entry] === 0 || turns >= secondTurnsMax) continue;
      // The oldest number's place is the next one's, too: it stays where it is under a new number.
      this.put(this.keys[entry]!, this.bands.sketchAt(entry), this.heardAt[entry]!);
    }
  }

  private grow(): void {
    const larger = new CopyGroups(this.limits, this.capacity * 2);
    larger.next = this.oldest;
    for (let number = this.oldest; number < this.next; number += 1) {
      const from = number % this.capacity;
      larger.put(this.keys[from]!, this.bands.sketchAt(from), this.heardAt[from]!);
      larger.isHeardAgain[number % larger.capacity] = this.isHeardAgain[from]!;
    }
    this.capacity = larger.capacity;
    this.bands = larger.bands;
    this.keys = larger.keys;
    this.heardAt = larger.heardAt;
    this.isHeardAgain = larger.isHeardAgain;
  }

  /** What was added since the last call. Chunks of positions below `oldestPosition` may be deleted. */
  takeChanges(): { chunk: CopyGroupsChunk | null; oldestPosition: number } {
    const from = Math.max(this.savedBelow, this.oldest);
    const texts: SavedChunk['texts'][number][] = [];
    for (let number = from; number < this.next; number += 1) texts.push(this.saved(number % this.capacity));
    const heard = [...this.heardSinceSaved]
      .filter((number) => number >= this.oldest)
      .map((number) => [number, this.heardAt[number % this.capacity]!] as const);
    this.heardSinceSaved.clear();
    this.savedBelow = this.next;
    const isNothing = texts.length === 0 && heard.length === 0;
    const body: SavedChunk = { from, texts, heard };
    const chunk = isNothing ? null : { position: this.next, body: JSON.stringify(body) };
    return { chunk, oldestPosition: this.oldest + 1 };
  }

  private saved(entry: number): SavedChunk['texts'][number] {
    const sketch = String.fromCharCode(...this.bands.sketchAt(entry));
    const text = [this.keys[entry]!, sketch, this.heardAt[entry]!] as const;
    return this.isHeardAgain[entry] === 1 ? [...text, 1] : text;
  }

  state(): CopyGroupsState {
    return [this.capacity, this.oldest, this.next];
  }

  /** @param chunks in the order in which they were saved */
  static of(
    [capacity, oldest, next]: CopyGroupsState,
    chunks: Iterable<CopyGroupsChunk>,
    limits: CopyGroupLimits = copyGroupLimits,
  ): CopyGroups {
    const groups = new CopyGroups(limits, capacity);
    groups.oldest = oldest;
    groups.next = oldest;
    for (const chunk of chunks) groups.take(JSON.parse(chunk.body) as SavedChunk);
    groups.next = next;
    groups.savedBelow = next;
    return groups;
  }

  private take({ from, texts, heard }: SavedChunk): void {
    for (const [at, [key, sketch, heardAt, isHeardAgain = 0]] of texts.entries()) {
      if (from + at < this.oldest) continue;
      for (let k = 0; k < sketchLength; k += 1) this.sketch[k] = sketch.charCodeAt(k);
      this.next = from + at;
      this.put(key, this.sketch, heardAt);
      this.isHeardAgain[(from + at) % this.capacity] = isHeardAgain;
    }
    for (const [number, heardAt] of heard) {
      if (number < this.oldest) continue;
      this.heardAt[number % this.capacity] = heardAt;
      this.isHeardAgain[number % this.capacity] = 1;
    }
  }
}
