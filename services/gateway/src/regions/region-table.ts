import { isUnnamedRegion, type RegionSettings } from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import { RegionSettingsTable, STREAM_PORT } from '@kentongan/messaging/nest';
import { Inject, Injectable } from '@nestjs/common';

/** Which regions a person works in. */
@Injectable()
export class RegionTable extends RegionSettingsTable {
  constructor(@Inject(STREAM_PORT) streams: StreamPort) {
    super('Gateway', streams);
  }

  /** The regions that a person with these ids sees, by name; no ids = all. */
  visibleTo(regionIds: readonly string[]): RegionSettings[] {
    return [...this.regions.values()]
      .filter((region) => !isUnnamedRegion(region))
      .filter(({ regionId }) => regionIds.length === 0 || regionIds.includes(regionId))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
