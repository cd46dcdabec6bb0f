import { decodeEvent, type RegionSettings, regionsConfigured } from '@kentongan/contracts';
import { tokenize, WatchRules, wordNorms } from '@kentongan/language';
import type { RegionReading } from './analyze-post.pipeline.js';

/** A region nobody configured yet: the whole country, nothing watched. */
const unknownRegion: RegionReading = { placeRoots: [], watchRules: new WatchRules([], wordsOf) };

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
    if (decoded.ok) this.readings.set(regionId, readingOf(decoded.event.data));
  }

  of(regionId: string): RegionReading {
    return this.readings.get(regionId) ?? unknownRegion;
  }
}

function readingOf(settings: RegionSettings): RegionReading {
  return {
    placeRoots: settings.placeRoots,
    watchRules: new WatchRules(settings.watchRules, wordsOf),
    pressHosts: new Set(settings.pressHosts),
  };
}

function wordsOf(phrase: string): readonly string[] {
  return wordNorms(tokenize(phrase));
}
