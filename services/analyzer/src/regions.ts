import { decodeEvent, type RegionSettings, regionsConfigured } from '@kentongan/contracts';
import { tokenize, WatchRules, wordNorms } from '@kentongan/language';
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
    if (decoded.ok) this.readings.set(regionId, readingOf(regionId, decoded.event.data));
  }

  of(regionId: string): RegionReading {
    return this.readings.get(regionId) ?? { ...unknownRegion, regionId };
  }
}

function readingOf(regionId: string, settings: RegionSettings): RegionReading {
  return {
    regionId,
    placeRoots: settings.placeRoots,
    watchRules: new WatchRules(settings.watchRules, wordsOf),
  };
}

function wordsOf(phrase: string): readonly string[] {
  return wordNorms(tokenize(phrase));
}
