/**
 * Key → different strings, for indexes in which nearly every key has one: it stands by itself, because half a million lists
 * or sets of one would take 100 to 200 bytes each.
 */
export class FewByKey<K> {
  private readonly byKey = new Map<K, string | string[]>();

  /** Adding what is there already changes nothing. */
  add(key: K, value: string): void {
    const held = this.byKey.get(key);
    if (held === undefined) this.byKey.set(key, value);
    else if (typeof held !== 'string') {
      if (!held.includes(value)) held.push(value);
    } else if (held !== value) this.byKey.set(key, [held, value]);
  }

  remove(key: K, value: string): void {
    const held = this.byKey.get(key);
    if (held === value) this.byKey.delete(key);
    if (held === undefined || typeof held === 'string') return;
    const at = held.indexOf(value);
    if (at >= 0) held.splice(at, 1);
    if (held.length === 0) this.byKey.delete(key);
  }

  /** The one, or all; undefined where there is none. Typed so that the hot paths make no list of one. */
  get(key: K): string | readonly string[] | undefined {
    return this.byKey.get(key);
  }

  of(key: K): readonly string[] {
    const held = this.byKey.get(key);
    return held === undefined ? [] : typeof held === 'string' ? [held] : held;
  }
}
