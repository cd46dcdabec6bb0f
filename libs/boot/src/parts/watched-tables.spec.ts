import { describe, expect, it } from '@jest/globals';
import { factsRecorded, regionsConfigured } from '@kentongan/contracts';
import type { StreamPort, TableOptions } from '@kentongan/messaging';
import { watchTables } from './watched-tables.js';

/** A port whose tables catch up when they are told to. */
function toldPort() {
  const opened: { options: TableOptions; catchUp: () => void }[] = [];
  const port = {
    table: async (options: TableOptions) => {
      let catchUp = () => {};
      const caughtUp = new Promise<void>((resolve) => {
        catchUp = resolve;
      });
      opened.push({ options, catchUp });
      return { caughtUp: () => caughtUp, stop: async () => {} };
    },
  } as unknown as StreamPort;
  return { port, opened };
}

const ignore = { onRecord: () => {}, onFailure: () => {} };
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('tables of a process', () => {
  it('are behind until they have caught up once, and again when they fail', async () => {
    const { port, opened } = toldPort();
    const watched = watchTables(port);
    expect(watched.behind()).toEqual([]);
    await watched.port.table({ stream: regionsConfigured, ...ignore });
    const facts = await watched.port.table({ stream: factsRecorded, ...ignore });
    expect(watched.behind()).toEqual(['facts.recorded', 'regions.configured']);
    opened[0]?.catchUp();
    await turn();
    expect(watched.behind()).toEqual(['facts.recorded']);
    opened[1]?.catchUp();
    await turn();
    expect(watched.behind()).toEqual([]);
    opened[1]?.options.onFailure(new Error('bug'));
    expect(watched.behind()).toEqual(['facts.recorded']);
    await facts.stop();
    expect(watched.behind()).toEqual([]);
  });
});
