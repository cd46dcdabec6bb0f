import { decodeEvent, isUnnamedRegion, type RegionSettings, regionsConfigured } from '@kentongan/contracts';
import type { StreamPort, StreamRecord, TableReading } from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

/** What the regions are, as told on regions.configured. */
@Injectable()
export class RegionTable implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('Gateway');
  private readonly regions = new Map<string, RegionSettings>();
  private reading: TableReading | null = null;

  constructor(@Inject(STREAM_PORT) private readonly streams: StreamPort) {}

  async onModuleInit(): Promise<void> {
    this.reading = await this.streams.table({
      stream: regionsConfigured,
      onRecord: (record) => this.take(record),
      onFailure: (error) => this.log.error(`Regions are no longer followed: ${String(error)}`),
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.reading?.stop();
  }

  /** The regions that a person with these ids sees, by name; no ids = all. */
  visibleTo(regionIds: readonly string[]): RegionSettings[] {
    return [...this.regions.values()]
      .filter((region) => !isUnnamedRegion(region))
      .filter(({ regionId }) => regionIds.length === 0 || regionIds.includes(regionId))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  private take(record: StreamRecord): void {
    if (record.value === null) {
      this.regions.delete(record.key);
      return;
    }
    const decoded = decodeEvent(regionsConfigured, record.value);
    if (decoded.ok) this.regions.set(decoded.event.data.regionId, decoded.event.data);
    else this.log.error(`A region cannot be read (${decoded.reason}): ${decoded.detail}`);
  }
}
