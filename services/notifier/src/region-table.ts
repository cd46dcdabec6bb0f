import type { Person } from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import { RegionSettingsTable, STREAM_PORT } from '@kentongan/messaging/nest';
import { Inject, Injectable } from '@nestjs/common';

/** Who is on duty where. */
@Injectable()
export class RegionTable extends RegionSettingsTable {
  constructor(@Inject(STREAM_PORT) streams: StreamPort) {
    super('Notifier', streams);
  }

  dutyOfficersOf(regionId: string): readonly Person[] {
    return this.regions.get(regionId)?.dutyOfficers ?? [];
  }

  agencyNameOf(regionId: string, agencyId: string): string | null {
    return this.regions.get(regionId)?.agencies.find((agency) => agency.agencyId === agencyId)?.name ?? null;
  }
}
