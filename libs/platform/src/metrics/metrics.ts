import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Nest injection token of the metrics. */
export const METRICS = Symbol('metrics');

/** The product's own figures; every discard is counted with its reason. */
export interface Metrics {
  readonly registry: Registry;
  readonly outcomes: Counter<'group' | 'kind' | 'reason'>;
  readonly lettersRefused: Counter<'group'>;
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
    lettersRefused: new Counter({
      name: 'kentongan_dead_letters_refused_total',
      help: 'Dead letters that could not be written, each try anew: their partition stands until they are.',
      labelNames: ['group'],
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

/** Adds `kentongan_ready`: 1 or 0 for each name that `ask` tells of, asked whenever somebody scrapes. */
export function readinessGauge(
  registry: Registry,
  ask: () => Promise<Readonly<Record<string, boolean>>>,
): void {
  new Gauge({
    name: 'kentongan_ready',
    help: 'Whether a dependency of the process, and the service as a whole, is ready (1) or not (0).',
    labelNames: ['dependency'],
    registers: [registry],
    async collect() {
      for (const [dependency, isReady] of Object.entries(await ask()))
        this.set({ dependency }, isReady ? 1 : 0);
    },
  });
}
