import { decodeEvent, type RegionSettings, regionsConfigured } from '@kentongan/contracts';
import type { StreamPort, StreamRecord, TableReading } from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

/** What the regions are, as told on regions.configured: their agencies, places, watch rules and zone. */
@Injectable()
export class RegionSettingsTable implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('Responder');
  private readonly regions = new Map<string, RegionSettings>();
  private reading: TableReading | null = null;

  constructor(@Inject(STREAM_PORT) private readonly streams: StreamPort) {}

  async onModuleInit(): Promise<void> {
    this.reading = await this.streams.table({
      stream: regionsConfigured,
      onRecord: (record) => this.take(record),
      onFailure: (error) => this.log.error(`Regions are no longer followed: ${String(error)}`),
    });
    // Signals are taken after the start only: an issue opened without them would have no names and a wrong clock.
    await this.reading.caughtUp();
  }

  async onModuleDestroy(): Promise<void> {
    await this.reading?.stop();
  }

  /** Resolves when everything told before the call is known. */
  async caughtUp(): Promise<void> {
    await this.reading?.caughtUp();
  }

  of(regionId: string): RegionSettings | null {
    return this.regions.get(regionId) ?? null;
  }

  private take({ key, value }: StreamRecord): void {
    if (value === null) {
      this.regions.delete(key);
      return;
    }
    const decoded = decodeEvent(regionsConfigured, value);
    if (decoded.ok) this.regions.set(key, decoded.event.data);
    else this.log.error(`Region ${key} cannot be read (${decoded.reason}): ${decoded.detail}`);
  }
}
