import { describe, expect, it } from '@jest/globals';
import { createMetrics, type Metrics } from '@kentongan/platform';
import { Health } from './health.js';
import { exposeReadiness } from './readiness-metrics.js';

describe('readiness as a figure', () => {
  it('is told for each dependency and for the service, as it is when it is asked for', async () => {
    const answers = { database: true, streams: false };
    const behind = ['facts.recorded'];
    const probes = (['database', 'streams'] as const).map((name) => ({
      name,
      check: async () => {
        if (!answers[name]) throw new Error('away');
      },
    }));
    const health = (): Health => new Health(probes, () => behind);
    const first = createMetrics();
    exposeReadiness(first, health(), probes);
    const told = async ({ registry }: Metrics) => {
      const { values = [] } = (await registry.getSingleMetric('kentongan_ready')?.get()) ?? {};
      return Object.fromEntries(values.map(({ labels, value }) => [labels['dependency'], value]));
    };
    expect(await told(first)).toEqual({ database: 1, streams: 0, process: 0, tables: 0, service: 0 });

    answers.streams = true;
    behind.pop();
    const serving = health();
    serving.serving();
    const second = createMetrics();
    exposeReadiness(second, serving, probes);
    expect(await told(second)).toEqual({ database: 1, streams: 1, process: 1, tables: 1, service: 1 });
    serving.stopping();
    expect(await told(second)).toMatchObject({ process: 0, service: 0 });
  });
});
