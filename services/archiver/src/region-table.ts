import { decodeEvent, type RegionSettings, regionsConfigured } from '@kentongan/contracts';
import type { StreamPort, StreamRecord, TableReading } from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

const defaultTimeZone = 'Asia/Jakarta';

/** What the regions are, as told on regions.configured. */
@Injectable()
export class RegionTable implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('Archiver');
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

  /** Resolves when everything told before the start is known. */
  async caughtUp(): Promise<void> {
    await this.reading?.caughtUp();
  }

  timeZoneOf(regionId: string): string {
    const timeZone = this.regions.get(regionId)?.timeZone;
    return timeZone !== undefined && isTimeZone(timeZone) ? timeZone : defaultTimeZone;
  }

  /** Places that the region governs; empty = the whole country. */
  placeRootsOf(regionId: string): readonly string[] {
    return this.regions.get(regionId)?.placeRoots ?? [];
  }

  /** Its time is that of its posts, not ours. */
  isHistorical(regionId: string): boolean {
    return this.regions.get(regionId)?.mode === 'historical';
  }

  liveRegionIds(): string[] {
    return [...this.regions.values()].filter(({ mode }) => mode === 'live').map(({ regionId }) => regionId);
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

/** A region's zone is free text in the settings; the database answers an unknown one with an error. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
