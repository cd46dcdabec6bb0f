import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { startStreamRetention } from './stream-retention.js';

describe('the retention of streams', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('drops at once and hourly by the given clock, goes on after a failure, and ends', async () => {
    jest.useFakeTimers();
    const asked: number[] = [];
    let now = 1_000;
    const dropExpired = async (at: number) => {
      asked.push(at);
      if (asked.length === 2) throw new Error('the database is away');
      return [];
    };
    const stop = startStreamRetention(dropExpired, { now: () => now });
    for (let hour = 0; hour < 2; hour += 1) {
      now += 3_600_000;
      await jest.advanceTimersByTimeAsync(3_600_000);
    }
    stop();
    await jest.advanceTimersByTimeAsync(7_200_000);
    expect(asked).toEqual([1_000, 3_601_000, 7_201_000]);
  });
});
