import { DATABASE_POOL } from '@kentongan/database';
import { METRICS, type Metrics } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Gauge } from 'prom-client';
import { collectorSchema } from '../collector.schema.js';

/** How the feeds of each region stand, asked of the table when Prometheus asks: every replica gives the same answer. */
@Injectable()
export class SourceMetrics {
  readonly sources: Gauge<'region' | 'state'>;

  constructor(@Inject(METRICS) { registry }: Metrics, @Inject(DATABASE_POOL) pool: pg.Pool) {
    this.sources = new Gauge({
      name: 'kentongan_sources',
      help: 'Feeds by region and state: live, late, overQuota, down.',
      labelNames: ['region', 'state'],
      registers: [registry],
      // Without the database nothing is known of sources; the other figures are wanted all the more.
      collect: () => this.count(pool).catch(() => this.sources.reset()),
    });
  }

  private async count(pool: pg.Pool): Promise<void> {
    const { rows } = await pool.query<{ region: string; state: string; feeds: number }>(
      `SELECT region_id AS region, state, count(*)::int AS feeds FROM ${collectorSchema}.feeds
       WHERE state IS NOT NULL GROUP BY 1, 2`,
    );
    this.sources.reset();
    for (const { region, state, feeds } of rows) this.sources.set({ region, state }, feeds);
  }
}
