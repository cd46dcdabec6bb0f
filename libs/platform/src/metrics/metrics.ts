import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Nest injection token of the metrics. */
export const METRICS = Symbol('metrics');

/** The product's own figures; every discard is counted with its reason. */
export interface Metrics {
  readonly registry: Registry;
  readonly outcomes: Counter<'group' | 'kind' | 'reason'>;
  readonly batchSeconds: Histogram<'group'>;
  readonly lagMessages: Gauge<'stream' | 'group' | 'partition'>;
  readonly outboxLagSeconds: Gauge<'schema'>;
  readonly refusedRequests: Counter<'reason'>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'kentongan_' });
  const registers = [registry];
  return {
    registry,
    outcomes: new Counter({
      name: 'kentongan_message_outcomes_total',
      help: 'Messages by consumer group, outcome and reason.',
      labelNames: ['group', 'kind', 'reason'],
      registers,
    }),
    batchSeconds: new Histogram({
      name: 'kentongan_batch_seconds',
      help: 'Time to handle one batch of messages.',
      labelNames: ['group'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    lagMessages: new Gauge({
      name: 'kentongan_lag_messages',
      help: 'Messages of a partition not yet committed by a consumer group, as told by the member that has it.',
      labelNames: ['stream', 'group', 'partition'],
      registers,
    }),
    outboxLagSeconds: new Gauge({
      name: 'kentongan_outbox_lag_seconds',
      help: 'Age of the oldest row that waits in an outbox; a long transaction anywhere on the server holds it back.',
      labelNames: ['schema'],
      registers,
    }),
    refusedRequests: new Counter({
      name: 'kentongan_refused_requests_total',
      help: 'Outgoing requests refused by the safe HTTP client.',
      labelNames: ['reason'],
      registers,
    }),
  };
}
