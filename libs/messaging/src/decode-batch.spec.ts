import { describe, expect, it } from '@jest/globals';
import { encodeEvent, FactRecorded, logStream } from '@kentongan/contracts';
import { decodeBatch } from './decode-batch.js';
import { done, drop, type Outcome } from './outcome.js';
import type { Batch } from './stream.port.js';

const facts = logStream('test.facts', {
  events: [FactRecorded],
  key: () => 'k',
  partitions: 1,
  retentionHours: 1,
});
const said = (title: unknown, type = 'fact.recorded') =>
  encodeEvent({
    id: 'id',
    type,
    v: 1,
    occurredAt: '2026-01-05T00:00:00.000Z',
    regionId: 'kota-contoh',
    correlationId: 'c',
    causationId: null,
    data: { factId: 'fact-1', title },
  });
const batchOf = (values: (Uint8Array | null)[]): Batch => ({
  stream: facts.name,
  partition: 0,
  records: values.map((value, offset) => ({
    partition: 0,
    offset,
    key: 'k',
    value,
    headers: {},
    appendedAt: '2026-01-05T00:00:00.000Z',
  })),
});

describe('decodeBatch', () => {
  it('gives one outcome for each message: dead with the reason, or what the handler says, in place', async () => {
    const batch = batchOf([
      said('one'),
      Uint8Array.from([0xff]),
      Buffer.from('nope'),
      Buffer.from('{}'),
      said('two', 'fact.forgotten'),
      said(7),
      null,
      said('three'),
    ]);
    const heard: string[] = [];
    const outcomes = await decodeBatch(facts, batch, async (messages) => {
      heard.push(...messages.map(({ event, record }) => `${record.offset}:${event.data.title}`));
      return [done, drop('duplicate')];
    });
    expect(heard).toEqual(['0:one', '7:three']);
    expect(outcomes.map((outcome) => (outcome.kind === 'done' ? 'done' : outcome.reason))).toEqual([
      'done',
      'notUtf8',
      'notJson',
      'notAnEvent',
      'unknownEvent',
      'wrongData',
      'notAnEvent',
      'duplicate',
    ]);
  });

  it('does not call the handler when nothing could be decoded', async () => {
    const outcomes = await decodeBatch(facts, batchOf([null]), async () => {
      throw new Error('called');
    });
    expect(outcomes).toHaveLength(1);
  });

  it('calls a wrong number of outcomes a bug', async () => {
    const none = async (): Promise<Outcome[]> => [];
    await expect(decodeBatch(facts, batchOf([said('one')]), none)).rejects.toThrow('exactly one each');
  });
});
