import { decodeEvent, type RegionSettings, regionsConfigured } from '@kentongan/contracts';
import { OwnNames, type PlaceLesson, tokenize, WatchRules, wordNorms } from '@kentongan/language';
import type { RegionReading } from './analyze-post.pipeline.js';

/** A region nobody configured yet: the whole country, nothing watched. */
const unknownRegion = { placeRoots: [], watchRules: new WatchRules([], wordsOf) };

/** What the analyzer knows of regions, fed by the stream of their settings. */
export class Regions {
  private readonly readings = new Map<string, RegionReading>();

  /** Settings that cannot be decoded leave the region as it was. */
  record(regionId: string, value: Uint8Array | null): void {
    if (value === null) {
      this.readings.delete(regionId);
      return;
    }
    const decoded = decodeEvent(regionsConfigured, value);
    if (decoded.ok) this.readings.set(regionId, readingOf(regionId, decoded.event.data, this.of(regionId)));
  }

  /** @param key what an officer's correction is about; null takes it back */
  teachPlace(regionId: string, key: string, lesson: PlaceLesson | null): void {
    const reading = this.of(regionId);
    const ownNames = reading.ownNames ?? new OwnNames();
    ownNames.record(key, lesson);
    this.readings.set(regionId, { ...reading, ownNames });
  }

  of(regionId: string): RegionReading {
    return this.readings.get(regionId) ?? { ...unknownRegion, regionId };
  }
}

/** What the officers taught of names stays when the settings change. */
function readingOf(regionId: string, settings: RegionSettings, before: RegionReading): RegionReading {
  const ownNames = before.ownNames ?? new OwnNames();
  ownNames.list(settings.ownPlaces ?? []);
  return {
    regionId,
    placeRoots: settings.placeRoots,
    sourceHomes: new Map(
      settings.feeds.flatMap(({ sourceId, placeCode }) => (placeCode ? [[sourceId, placeCode]] : [])),
    ),
    ownNames,
    watchRules: new WatchRules(settings.watchRules, wordsOf),
    pressHosts: new Set(settings.pressHosts),
  };
}

function wordsOf(phrase: string): readonly string[] {
  return wordNorms(tokenize(phrase));
}
