import type { StreamPort } from '@kentongan/messaging';
import { RegionSettingsTable, STREAM_PORT } from '@kentongan/messaging/nest';
import { Inject, Injectable } from '@nestjs/common';

const defaultTimeZone = 'Asia/Jakarta';

/** What the archiver asks of the regions. */
@Injectable()
export class RegionTable extends RegionSettingsTable {
  constructor(@Inject(STREAM_PORT) streams: StreamPort) {
    super('Archiver', streams);
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
