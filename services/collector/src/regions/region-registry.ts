import { type Event, encodeEvent, RegionSettings, regionsConfigured } from '@kentongan/contracts';
import { appendToOutbox, publishAnew, withTransaction } from '@kentongan/database';
import type { StreamPort } from '@kentongan/messaging';
import { type Clock, ConfigurationError } from '@kentongan/platform';
import type pg from 'pg';
import { collectorSchema } from '../collector.schema.js';

/** Why a region cannot take posts. */
export type RegionProblem = 'unknown' | 'isLive' | 'isHistorical';

/** Why settings were not saved. */
export type RegionRefusal = 'modeIsFixed' | 'tooManyRegions';

const regionsMax = 1_000;

/** Which regions exist. A change is told to everyone on regions.configured in the same transaction. */
export class RegionRegistry {
  constructor(
    private readonly pool: pg.Pool,
    private readonly clock: Clock,
    private readonly afterCommit: () => void,
  ) {}

  /**
   * Makes the stored regions equal to the configured ones; regions that are not configured stay. A live region cannot
   * become historical or back: its norms and clocks would no longer mean anything.
   * @throws ConfigurationError when a configured region exists in the other mode
   */
  async configure(regions: readonly RegionSettings[]): Promise<void> {
    for (const region of regions) {
      const stored = await this.save(RegionSettings.parse(region));
      if (stored !== region.mode)
        throw new ConfigurationError([
          `Region ${region.regionId} is ${stored} and cannot become ${region.mode}: choose another id for it.`,
        ]);
    }
  }

  /** Regions that a desk begins with; what people made of them since stays. */
  async begin(regions: readonly RegionSettings[]): Promise<void> {
    for (const region of regions)
      if (!(await this.find(region.regionId))) await this.save(RegionSettings.parse(region));
  }

  /** A person or a program sets a region, known or new. */
  async put(settings: RegionSettings): Promise<RegionRefusal | null> {
    const isKnown = (await this.find(settings.regionId)) !== null;
    if (!isKnown && (await this.count()) >= regionsMax) return 'tooManyRegions';
    return (await this.save(settings)) === settings.mode ? null : 'modeIsFixed';
  }

  /** In order of their ids. */
  async all(): Promise<RegionSettings[]> {
    const { rows } = await this.pool.query<{ settings: unknown }>(
      `SELECT settings FROM ${collectorSchema}.regions ORDER BY region_id COLLATE "C" LIMIT ${regionsMax}`,
    );
    return rows.map((row) => RegionSettings.parse(row.settings));
  }

  /** Fills regions.configured when it is another stream than before. @returns whether it was */
  async publishAnew(streams: Pick<StreamPort, 'numbering' | 'publish'>): Promise<boolean> {
    const { name: stream } = regionsConfigured;
    const { identity } = await streams.numbering(regionsConfigured);
    return publishAnew(this.pool, { schema: collectorSchema, stream, identity }, async (client) => {
      const { rows } = await client.query<{ settings: unknown }>(
        `SELECT settings FROM ${collectorSchema}.regions LIMIT ${regionsMax} FOR SHARE`,
      );
      const settings = rows.map((row) => RegionSettings.parse(row.settings));
      const now = this.clock.now();
      await streams.publish(
        regionsConfigured,
        settings.map((each) => ({ key: each.regionId, value: encodeEvent(regionConfigured(each, now)) })),
      );
    });
  }

  private async count(): Promise<number> {
    const { rows } = await this.pool.query<{ regions: string }>(
      `SELECT count(*) AS regions FROM ${collectorSchema}.regions`,
    );
    return Number(rows[0]!.regions);
  }

  /**
   * Finds where posts go. `mode` is what the sender believes; only `historical` makes a region that is not there.
   */
  async resolve(
    regionId: string,
    mode: 'live' | 'historical' | undefined,
  ): Promise<RegionSettings | RegionProblem> {
    const stored = await this.find(regionId);
    if (!stored && mode !== 'historical') return 'unknown';
    if (!stored) {
      await this.save(RegionSettings.parse({ regionId, name: regionId, mode: 'historical' }));
      return this.resolve(regionId, mode);
    }
    if (mode !== undefined && stored.mode !== mode) return stored.mode === 'live' ? 'isLive' : 'isHistorical';
    return stored;
  }

  async find(regionId: string): Promise<RegionSettings | null> {
    const result = await this.pool.query<{ settings: unknown }>(
      `SELECT settings FROM ${collectorSchema}.regions WHERE region_id = $1`,
      [regionId],
    );
    const row = result.rows[0];
    return row ? RegionSettings.parse(row.settings) : null;
  }

  /** Returns the mode the region has now; settings in the other mode are not saved. */
  private async save(settings: RegionSettings): Promise<RegionSettings['mode']> {
    const mode = await withTransaction(this.pool, async (client) => {
      const changed = await client.query(saveSql, [
        settings.regionId,
        settings.mode,
        JSON.stringify(settings),
      ]);
      if (changed.rowCount !== 0) {
        const feeds = settings.feeds.map((feed) => feed.sourceId);
        await client.query(forgetFeedsSql, [settings.regionId, feeds]);
        await appendToOutbox(client, collectorSchema, [
          {
            stream: regionsConfigured.name,
            key: settings.regionId,
            value: encodeEvent(regionConfigured(settings, this.clock.now())),
          },
        ]);
      }
      const stored = await client.query<{ mode: RegionSettings['mode'] }>(
        `SELECT mode FROM ${collectorSchema}.regions WHERE region_id = $1`,
        [settings.regionId],
      );
      return stored.rows[0]?.mode ?? settings.mode;
    });
    this.afterCommit();
    return mode;
  }
}

const saveSql = `
  INSERT INTO ${collectorSchema}.regions AS r (region_id, mode, settings) VALUES ($1, $2, $3::jsonb)
  ON CONFLICT (region_id) DO UPDATE SET settings = excluded.settings, configured_at = now()
  WHERE r.mode = excluded.mode AND r.settings <> excluded.settings`;

/** A feed that is put in again later begins anew. */
const forgetFeedsSql = `
  DELETE FROM ${collectorSchema}.feeds WHERE region_id = $1 AND NOT source_id = ANY ($2::text[])`;

function regionConfigured(settings: RegionSettings, now: number): Event {
  const occurredAt = new Date(now).toISOString();
  return {
    id: `region.configured|${settings.regionId}|${occurredAt}`,
    type: 'region.configured',
    v: 1,
    occurredAt,
    regionId: settings.regionId,
    correlationId: settings.regionId,
    causationId: null,
    data: settings,
  };
}
