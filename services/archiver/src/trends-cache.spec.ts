import { describe, expect, it } from '@jest/globals';
import type { Answer, Trends } from '@kentongan/archive';
import { TrendsCache } from './trends-cache.js';

const minute = 60_000;
const nothing: Trends = { days: [], subjects: [], places: [], cells: [] };

/** A cache on a clock of its own, with computations that end when told. */
function cacheAt() {
  const clock = { time: 0, now: () => clock.time };
  const problems: string[] = [];
  const cache = new TrendsCache(clock, (problem) => problems.push(problem));
  const waiting: ((answer: Answer<Trends> | Error) => void)[] = [];
  const compute = () =>
    new Promise<Answer<Trends>>((resolve, reject) => {
      waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
    });
  const get = (key = 'kota|7') => cache.get(key, compute);
  const end = async (answer: Answer<Trends> | Error = { ok: true, value: nothing }) => {
    waiting.shift()!(answer);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const at = async (milliseconds: number, key?: string) => {
    clock.time = milliseconds;
    const answer = await get(key);
    return answer.ok ? answer.value.computedAt : answer.problem;
  };
  return { clock, waiting, problems, get, end, at };
}

describe('trends that are kept', () => {
  it('are computed once for all who ask at the same time', async () => {
    const { waiting, get, end } = cacheAt();
    const asked = [get(), get(), get()];
    expect(waiting).toHaveLength(1);
    await end();
    expect(await Promise.all(asked)).toHaveLength(3);
  });

  it('are shown at once and computed anew behind the reader, once a minute', async () => {
    const { waiting, get, end, at } = cacheAt();
    const first = get();
    await end();
    await first;
    expect(await at(minute - 1)).toBe(0);
    expect(waiting).toHaveLength(0);
    expect(await at(2 * minute)).toBe(0);
    expect(await at(2 * minute)).toBe(0);
    expect(waiting).toHaveLength(1);
    await end();
    expect(await at(2 * minute + 1)).toBe(2 * minute);
  });

  it('are waited for when they are too old to be shown', async () => {
    const { clock, get, end, at } = cacheAt();
    const first = get();
    await end();
    await first;
    clock.time = 16 * minute;
    const later = at(16 * minute);
    await end();
    expect(await later).toBe(16 * minute);
  });

  it('stay when new ones fail, and a failure is not kept', async () => {
    const { problems, get, end, at } = cacheAt();
    const first = get();
    await end({ ok: false, problem: 'tooBusy' });
    expect(await first).toEqual({ ok: false, problem: 'tooBusy' });
    const second = get();
    await end();
    await second;
    expect(await at(2 * minute)).toBe(0);
    await end(new Error('no database'));
    expect(problems).toEqual(['Error: no database']);
    expect(await at(2 * minute)).toBe(0);
  });

  it('are bounded', async () => {
    const { waiting, get, end } = cacheAt();
    for (let i = 0; i < 300; i += 1) {
      const answer = get(`kota-${i}`);
      await end();
      await answer;
    }
    await get('kota-299');
    expect(waiting).toHaveLength(0);
    void get('kota-0');
    expect(waiting).toHaveLength(1);
  });
});
