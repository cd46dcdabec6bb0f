import { afterEach, describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { encodeEvent, FactRecorded, logStream } from '@kentongan/contracts';
import { Controller, Inject, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { RecordingObserver, until } from '../contract/index.js';
import { type Batch, decodeBatch, done, type Outcome, type StreamPort } from '../index.js';
import { openUnderTest } from '../postgres/testing/under-test.js';
import { STREAM_PORT, StreamStrategy, Subscribe } from './index.js';

const drums = logStream('test.drums', {
  events: [FactRecorded],
  key: (event) => event.data.factId,
  partitions: 2,
  retentionHours: 24,
});
const event = (n: number) => ({
  id: `drum-${n}`,
  type: 'fact.recorded' as const,
  v: 1,
  occurredAt: '2026-01-05T00:00:00.000Z',
  regionId: 'kota-contoh',
  correlationId: 'c',
  causationId: null,
  data: { factId: `rw-${n % 4}`, title: `${n} strokes` },
});
const record = (n: number) => ({ key: `rw-${n % 4}`, value: encodeEvent(event(n)) });

@Injectable()
class Ears {
  readonly heard: number[] = [];
  bug: Error | null = null;
}

@Controller()
class DrumHandlers {
  constructor(@Inject(Ears) private readonly ears: Ears) {}

  @Subscribe(drums, { group: 'ears', batchMessagesMax: 50 })
  onDrums(batch: Batch): Promise<readonly Outcome[]> {
    return decodeBatch(drums, batch, async (messages) => {
      if (this.ears.bug) throw this.ears.bug;
      this.ears.heard.push(...messages.map((message) => Number.parseInt(message.event.data.title, 10)));
      return messages.map(() => done);
    });
  }
}

@Controller()
class OtherHandlers {
  seen = 0;
  @Subscribe(drums, { group: 'other', batchMessagesMax: 50 })
  async onDrums(batch: Batch): Promise<Outcome[]> {
    this.seen += batch.records.length;
    return batch.records.map(() => done);
  }
}

@Controller()
class TwinHandlers {
  @Subscribe(drums, { group: 'ears', batchMessagesMax: 50 })
  async onDrums(): Promise<Outcome[]> {
    return [];
  }
}

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function boot(controllers: (new (...parts: never[]) => unknown)[]) {
  const observer = new RecordingObserver();
  const under = await openUnderTest(observer);
  cleanUps.push(() => under.close());
  await under.port.apply([drums]);
  @Module({ controllers, providers: [Ears, { provide: STREAM_PORT, useValue: under.port }] })
  class TestModule {}
  const app = await NestFactory.create(TestModule, { logger: false, abortOnError: false });
  cleanUps.push(() => app.close());
  const strategy = new StreamStrategy(app.get<StreamPort>(STREAM_PORT));
  app.connectMicroservice({ strategy });
  return { app, strategy, port: under.port, observer };
}

describe('the stream strategy in a Nest application', () => {
  it('hands batches to each group, sets undecodable messages aside and commits at close', async () => {
    const { app, strategy, port } = await boot([DrumHandlers, OtherHandlers]);
    await app.startAllMicroservices();
    await port.publish(drums, [
      record(1),
      { key: 'rw-1', value: Buffer.from([0xff, 0xfe]) },
      { key: 'rw-1', value: Buffer.from('{"half') },
      record(2),
    ]);
    await until('both groups are through', async () => (await strategy.lags()).every((lag) => lag === 0));
    expect([...app.get(Ears).heard].sort((a, b) => a - b)).toEqual([1, 2]);
    expect(app.get(OtherHandlers).seen).toBe(4);
    const letters = [
      ...(await port.read('test.drums.dead', 0, 0, 10)),
      ...(await port.read('test.drums.dead', 1, 0, 10)),
    ];
    expect(letters.map(({ headers }) => headers['dead.reason'])).toEqual(['notUtf8', 'notJson']);
  });

  it('shows the original error of a handler, and goes on when it is gone', async () => {
    const { app, strategy, port, observer } = await boot([DrumHandlers]);
    const ears = app.get(Ears);
    ears.bug = new TypeError('the drum has a hole');
    await app.startAllMicroservices();
    await port.publish(drums, [record(3)]);
    await until('the failure shows', () => observer.failures.some(({ error }) => error === ears.bug));
    ears.bug = null;
    await until('it is through', async () => (await strategy.lags())[0] === 0);
    expect(ears.heard).toEqual([3]);
  });

  it('refuses to boot with two handlers of one stream and group', async () => {
    await expect(boot([DrumHandlers, TwinHandlers])).rejects.toThrow('two handlers subscribe');
  });
});
