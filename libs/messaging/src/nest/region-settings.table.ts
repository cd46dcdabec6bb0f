import { decodeEvent, type RegionSettings, regionsConfigured } from '@kentongan/contracts';
import { Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { StreamPort, StreamRecord, TableReading } from '../stream.port.js';

/**
 * What the regions are, as told on regions.configured. Each service adds the questions that it asks of them.
 * Settings that cannot be read leave the region as it was, and the log says so.
 */
export abstract class RegionSettingsTable implements OnModuleInit, OnModuleDestroy {
  protected readonly regions = new Map<string, RegionSettings>();
  private readonly log: Logger;
  private reading: TableReading | null = null;

  /** @param service who reads, as the log names it */
  constructor(
    service: string,
    private readonly streams: StreamPort,
  ) {
    this.log = new Logger(service);
  }

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

  /** Resolves when everything told before the call is known. */
  async caughtUp(): Promise<void> {
    await this.reading?.caughtUp();
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
