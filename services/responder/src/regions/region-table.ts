import type { RegionSettings } from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import { RegionSettingsTable, STREAM_PORT } from '@kentongan/messaging/nest';
import { Inject, Injectable } from '@nestjs/common';

/** Agencies, places, watch rules and zone of the regions. */
@Injectable()
export class RegionTable extends RegionSettingsTable {
  constructor(@Inject(STREAM_PORT) streams: StreamPort) {
    super('Responder', streams);
  }

  override async onModuleInit(): Promise<void> {
    await super.onModuleInit();
    // Signals are taken after the start only: an issue opened without them would have no names and a wrong clock.
    await this.caughtUp();
  }

  of(regionId: string): RegionSettings | null {
    return this.regions.get(regionId) ?? null;
  }
}
