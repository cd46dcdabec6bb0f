import type { SourceView } from '@kentongan/contracts';
import { describe, expect, it } from 'vitest';
import { bySourceUrgency, countByState } from './source-order.js';
import { diskHealth, lagHealth, processesHealth, processesOf } from './system-levels.js';

const source = (name: string, state: SourceView['state']) => ({ name, state }) as SourceView;

describe('sources', () => {
  it('stand by what needs somebody first, then by name', () => {
    const sources = [source('b', 'live'), source('c', 'late'), source('a', 'live'), source('d', 'down')];
    expect([...sources].sort(bySourceUrgency).map(({ name }) => name)).toEqual(['d', 'c', 'a', 'b']);
    expect(countByState(sources)).toEqual({ live: 2, late: 1, overQuota: 0, down: 1 });
  });
});

describe('how the system is doing', () => {
  it('warns before the disk is full, and does not call an unknown disk well', () => {
    expect(diskHealth({ freeBytes: 500e9, totalBytes: 1e12 })).toBe('well');
    expect(diskHealth({ freeBytes: 50e9, totalBytes: 1e12 })).toBe('watch');
    expect(diskHealth({ freeBytes: 1e9, totalBytes: 4e9 })).toBe('act');
    expect(diskHealth(null)).toBe('watch');
  });

  it('tells a short queue from a long one', () => {
    expect([0, 999, 1_000, 30_000].map(lagHealth)).toEqual(['well', 'well', 'watch', 'act']);
  });

  it('counts the processes of each service, and calls for help when none is left', () => {
    const process = (service: 'detector' | 'responder', ready: boolean) => ({
      service,
      address: 'http://127.0.0.1:3000',
      ready,
      failing: ready ? [] : ['noAnswer'],
    });
    expect(
      processesOf([process('detector', true), process('detector', false), process('responder', false)]),
    ).toEqual([
      { service: 'detector', ready: 1, all: 2 },
      { service: 'responder', ready: 0, all: 1 },
    ]);
    expect([processesHealth(2, 2), processesHealth(1, 2), processesHealth(0, 2)]).toEqual([
      'well',
      'watch',
      'act',
    ]);
  });
});
