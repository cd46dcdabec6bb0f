import { describe, expect, it, jest } from '@jest/globals';
import { Health } from './health.js';

describe('the health of a process', () => {
  const well = { name: 'database', check: async () => {} };
  const away = { name: 'streams', check: () => Promise.reject(new Error('postgres://user:rahasia@host')) };

  it('is ready when it serves, all answers and all tables are read', async () => {
    const behind: string[] = ['facts.recorded'];
    const health = new Health([well], () => behind);
    expect(await health.readiness()).toEqual({
      ready: false,
      failing: ['starting'],
      catchingUp: ['facts.recorded'],
    });
    health.serving();
    expect(await health.readiness()).toEqual({ ready: false, failing: [], catchingUp: ['facts.recorded'] });
    behind.pop();
    expect(await health.readiness()).toEqual({ ready: true, failing: [], catchingUp: [] });
    health.stopping();
    expect(await health.readiness()).toMatchObject({ ready: false, failing: ['stopping'] });
  });

  it('names what fails, and nothing of what it said', async () => {
    const health = new Health([well, away], () => []);
    health.serving();
    const readiness = await health.readiness();
    expect(readiness).toEqual({ ready: false, failing: ['streams'], catchingUp: [] });
    expect(JSON.stringify(readiness)).not.toContain('rahasia');
  });

  it('does not wait for what hangs', async () => {
    jest.useFakeTimers();
    try {
      const hanging = { name: 'archive', check: () => new Promise<void>(() => {}) };
      const health = new Health([hanging], () => []);
      health.serving();
      const asked = health.readiness();
      await jest.advanceTimersByTimeAsync(2_000);
      expect(await asked).toMatchObject({ failing: ['archive'] });
    } finally {
      jest.useRealTimers();
    }
  });
});
