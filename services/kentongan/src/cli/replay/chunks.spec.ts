import { expect, it } from '@jest/globals';
import { chunks, type Pace } from './chunks.js';
import { sendAll } from './send-all.js';

/** A clock that only sleeping moves. */
function virtualPace(speed: number | null): Pace & { readonly slept: number[] } {
  const slept: number[] = [];
  let now = 1_000_000;
  return {
    speed,
    slept,
    now: () => now,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}

async function grouped(times: readonly number[], pace: Pace): Promise<number[]> {
  async function* lines() {
    for (const time of times) yield { bytes: new Uint8Array(1), time, position: 0 };
  }
  const sizes: number[] = [];
  for await (const chunk of chunks(lines(), pace)) sizes.push(chunk.lines.length);
  return sizes;
}

it('waits for the time of each post, as many times faster as asked', async () => {
  const pace = virtualPace(60);
  expect(await grouped([0, 1_000, 60_000, 30_000, Number.NaN, 180_000], pace)).toEqual([2, 3, 1]);
  expect(pace.slept).toEqual([1_000, 2_000]);
});

it('does not wait at full speed, and bounds each request', async () => {
  const pace = virtualPace(null);
  expect(
    await grouped(
      Array.from({ length: 9_000 }, (_, index) => index * 1e6),
      pace,
    ),
  ).toEqual([4_000, 4_000, 1_000]);
  expect(pace.slept).toEqual([]);
});

it('gives up when a desk stays away longer than its patience', async () => {
  let now = 0;
  const patience = {
    waitMilliseconds: 120_000,
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
    },
    onWaiting: () => {},
  };
  let tries = 0;
  const send = async () => {
    tries += 1;
    return { kind: 'cut', detail: 'ECONNREFUSED' } as const;
  };
  await expect(sendAll([new Uint8Array(1)], send, () => {}, patience)).rejects.toThrow(
    /120 seconds .*ECONNREFUSED/,
  );
  expect(now).toBeGreaterThanOrEqual(120_000);
  expect(now).toBeLessThan(126_000);
  expect(tries).toBeGreaterThan(20);
});
