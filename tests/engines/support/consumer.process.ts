import { setTimeout as pause } from 'node:timers/promises';
import { ArchiverHandlers } from '@kentongan/archiver';
import { keepHeapCompact } from '@kentongan/boot/compact-heap';
import type { Outcome, StreamObserver } from '@kentongan/messaging';
import type { ConsumerPlan, ConsumerReport } from './consumer.js';
import { suiteStream } from './oracle-posts.js';
import { openParts } from './parts.js';

/**
 * A consumer that writes posts to the archive with the archiver's own handler, for suites that shoot it:
 * `node consumer.process.js PLAN`. Tells its parent over IPC what it does; SIGTERM ends it the polite way.
 */
keepHeapCompact(); // as the services do
const plan = JSON.parse(process.argv[2] ?? '{}') as ConsumerPlan;
const tell = (report: ConsumerReport): void => {
  process.send?.(report);
};
const observer: StreamObserver = {
  onOutcome: (_, kind, reason, count) => tell({ event: 'outcome', kind, reason, count }),
  onLag: (_, messages) => tell({ event: 'lag', messages }),
  onBatchSeconds: () => {},
  onFailure: (_, error) => tell({ event: 'failure', error: String(error) }),
};
const parts = openParts(plan.servers, observer);
const archiver = new ArchiverHandlers(parts.archive);
const wronged = new Set(plan.poisonKeys);
const wrong: Outcome = { kind: 'dead', reason: 'poison', detail: 'a fault of the handler' };

await parts.streams.subscribe({
  stream: suiteStream(plan.suite, plan.partitions),
  group: plan.group,
  batchMessagesMax: plan.batchMessagesMax,
  handle: async (batch) => {
    tell({ event: 'batch', messages: batch.records.length });
    await pause(plan.restBeforeWriteMilliseconds);
    const good = batch.records.filter(({ key }) => !wronged.has(key));
    const outcomes = [...(await archiver.onPostsAnalyzed({ ...batch, records: good }))];
    tell({ event: 'written', messages: good.length });
    return batch.records.map(
      ({ key }): Outcome => (wronged.has(key) ? wrong : (outcomes.shift() as Outcome)),
    );
  },
});
process.once('SIGTERM', () => {
  parts.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
process.once('disconnect', () => process.exit(1)); // the suite died
tell({ event: 'ready' });
