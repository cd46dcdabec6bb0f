import { describe, expect, it } from '@jest/globals';
import { SessionCache } from './session-cache.js';

describe('the session cache', () => {
  it('asks once in five seconds, and again after something was forgotten', async () => {
    const cache = new SessionCache<string>();
    let loads = 0;
    const load = async () => {
      loads += 1;
      return 'rina';
    };
    await cache.get('a', 0, load);
    await cache.get('a', 4_999, load);
    expect(loads).toBe(1);
    await cache.get('a', 5_000, load);
    expect(loads).toBe(2);
    cache.forget((value) => value === 'rina');
    await cache.get('a', 5_001, load);
    expect(loads).toBe(3);
  });

  it('does not keep what was being looked up while it ended', async () => {
    const cache = new SessionCache<string>();
    let answer: (value: string) => void = () => {};
    const slow = cache.get('a', 0, () => new Promise<string>((resolve) => (answer = resolve)));
    cache.forget(() => true);
    answer('rina');
    await slow;
    expect(await cache.get('a', 1, async () => null)).toBeNull();
  });

  it('keeps five thousand and no more', async () => {
    const cache = new SessionCache<number>();
    for (let i = 0; i <= 5_000; i += 1) await cache.get(`k${i}`, 0, async () => i);
    expect(await cache.get('k0', 1, async () => null)).toBeNull();
    expect(await cache.get('k5000', 1, async () => null)).toBe(5_000);
  });
});
