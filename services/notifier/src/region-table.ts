import { decodeEvent, type Person, type RegionSettings, regionsConfigured } from '@kentongan/contracts';
import type { StreamPort, StreamRecord, TableReading } from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

/** Who is on duty where, as told on regions.configured. */
@Injectable()
export class RegionTable implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('Notifier');
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

  /** Resolves when everything told before the start is known: an alert before that would reach nobody. */
  async caughtUp(): Promise<void> {
    await this.reading?.caughtUp();
  }

  dutyOfficersOf(regionId: string): readonly Person[] {
    return this.regions.get(regionId)?.dutyOfficers ?? [];
  }

  agencyNameOf(regionId: string, agencyId: string): string | null {
    return this.regions.get(regionId)?.agencies.find((agency) => agency.agencyId === agencyId)?.name ?? null;
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
