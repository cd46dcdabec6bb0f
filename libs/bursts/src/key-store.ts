import type { SignalKeyKind } from '@kentongan/contracts';
import type { KeyState } from './key-state.js';
import { grownPosts, keysMax } from './parameters.js';

interface Shelf {
  readonly young: Map<string, KeyState>;
  readonly grown: Map<string, KeyState>;
}

/**
 * The keys of a region, bounded per kind. Keys of few posts (most near-copy groups have one) and grown ones are
 * evicted apart, least recently used first, so that a flood of one-offs cannot push out a long-known norm.
 */
export class KeyStore {
  private readonly shelves = new Map<SignalKeyKind, Shelf>();
  private clock = 0;
  private dirty = new Set<KeyState>();
  private evicted = new Set<string>();

  get(kind: SignalKeyKind, value: string): KeyState | undefined {
    const shelf = this.shelf(kind);
    return shelf.grown.get(value) ?? shelf.young.get(value);
  }

  /** Notes that a key, new or known, was used; call after its count changed. */
  touch(state: KeyState): void {
    const shelf = this.shelf(state.kind);
    this.clock += 1;
    state.touched = this.clock;
    this.dirty.add(state);
    if (state.shelf === 'grown' || (state.shelf === 'young' && state.total < grownPosts)) return;
    if (state.shelf === null) {
      state.shelf = 'young';
      shelf.young.set(state.value, state);
      this.evictOver(shelf.young, keysMax[state.kind].young);
      return;
    }
    state.shelf = 'grown';
    shelf.young.delete(state.value);
    shelf.grown.set(state.value, state);
    this.evictOver(shelf.grown, keysMax[state.kind].grown);
  }

  /** Forgets the least recently used eighth at once: one at a time would search the whole shelf for each. */
  private evictOver(shelf: Map<string, KeyState>, max: number): void {
    if (shelf.size <= max) return;
    const oldest = [...shelf.values()].sort((a, b) => a.touched - b.touched).slice(0, Math.ceil(max / 8));
    for (const state of oldest) {
      shelf.delete(state.value);
      this.dirty.delete(state);
      this.evicted.add(state.id);
    }
  }

  /** How many keys had at least `countMin` posts in the three days before `hour`. */
  activeKeys(hour: number, countMin: number): number {
    let active = 0;
    for (const { grown } of this.shelves.values())
      for (const state of grown.values()) if (state.postsOfThreeDays(hour) >= countMin) active += 1;
    return active;
  }

  /** Keys changed and keys forgotten since the last call. */
  takeChanges(): { changed: KeyState[]; forgotten: string[] } {
    const changed = [...this.dirty];
    const forgotten = [...this.evicted].filter((id) => !this.byId(id));
    this.dirty = new Set();
    this.evicted = new Set();
    return { changed, forgotten };
  }

  byId(id: string): KeyState | undefined {
    const at = id.indexOf('|');
    return this.get(id.slice(0, at) as SignalKeyKind, id.slice(at + 1));
  }

  /** How often keys were used so far: the order of forgetting goes by it. */
  get touches(): number {
    return this.clock;
  }

  restore(states: readonly KeyState[], touches: number): void {
    this.clock = touches;
    for (const state of states) {
      const shelf = this.shelf(state.kind);
      (state.shelf === 'grown' ? shelf.grown : shelf.young).set(state.value, state);
    }
  }

  private shelf(kind: SignalKeyKind): Shelf {
    let shelf = this.shelves.get(kind);
    if (!shelf) {
      shelf = { young: new Map(), grown: new Map() };
      this.shelves.set(kind, shelf);
    }
    return shelf;
  }
}
