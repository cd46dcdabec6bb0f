import { type Metrics, readinessGauge } from '@kentongan/platform';
import type { Health, Probe } from './health.js';

/**
 * What `/health/ready` says, for whoever scrapes: each thing that the process cannot do without (the servers by the names
 * of their probes, `process` while it starts or stops, `tables` until they are read) and the `service` as a whole.
 */
export function exposeReadiness({ registry }: Metrics, health: Health, probes: readonly Probe[]): void {
  readinessGauge(registry, async () => {
    const { ready, failing, catchingUp } = await health.readiness();
    return {
      ...Object.fromEntries(probes.map(({ name }) => [name, !failing.includes(name)])),
      process: !failing.includes('starting') && !failing.includes('stopping'),
      tables: catchingUp.length === 0,
      service: ready,
    };
  });
}
