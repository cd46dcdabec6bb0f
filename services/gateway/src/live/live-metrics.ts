import { METRICS, type Metrics } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';

/** Who listens, and who was let go or turned away. */
@Injectable()
export class LiveMetrics {
  readonly clients: Gauge;
  readonly dropped: Counter<'reason'>;
  readonly refused: Counter<'reason'>;

  constructor(@Inject(METRICS) { registry }: Metrics) {
    const registers = [registry];
    this.clients = new Gauge({
      name: 'kentongan_live_clients',
      help: 'Open streams of live updates.',
      registers,
    });
    this.dropped = new Counter({
      name: 'kentongan_live_dropped_total',
      help: 'Streams of live updates that were cut because their reader did not read.',
      labelNames: ['reason'],
      registers,
    });
    this.refused = new Counter({
      name: 'kentongan_live_refused_total',
      help: 'Streams of live updates that were not opened because there are too many.',
      labelNames: ['reason'],
      registers,
    });
  }
}
