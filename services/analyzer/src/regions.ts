import {
  correctionsRecorded,
  decodeEvent,
  type RegionSettings,
  regionsConfigured,
} from '@kentongan/contracts';
import { Lessons, tokenize, WatchRules, wordNorms } from '@kentongan/language';
import type { RegionReading } from './analyze-post.pipeline.js';

type Settings = Pick<RegionReading, 'placeRoots' | 'watchRules'>;

/** A region nobody configured yet: the whole country, nothing watched. */
const unknownRegion: Settings = { placeRoots: [], watchRules: new WatchRules([], wordsOf) };

/** Of a region whose officers corrected nothing. */
const noLessons = new Lessons();

/** What the analyzer knows of regions, fed by the streams of their settings and of their officers' corrections. */
export class Regions {
  private readonly settings = new Map<string, Settings>();
  private readonly lessons = new Map<string, Lessons>();

  /** Settings that cannot be decoded leave the region as it was. */
  record(regionId: string, value: Uint8Array | null): void {
    if (value === null) {
      this.settings.delete(regionId);
      return;
    }
    const decoded = decodeEvent(regionsConfigured, value);
    if (decoded.ok) this.settings.set(regionId, settingsOf(decoded.event.data));
  }

  /** @param key of corrections.recorded: the region, then what the correction is about; null takes it back */
  learn(key: string, value: Uint8Array | null): void {
    const regionId = key.slice(0, key.indexOf('|'));
    const decoded = value && decodeEvent(correctionsRecorded, value);
    if (decoded && !decoded.ok) return;
    const lessons = this.lessons.get(regionId) ?? new Lessons();
    this.lessons.set(regionId, lessons);
    lessons.record(key, decoded?.event.data ?? null);
  }

  of(regionId: string): RegionReading {
    return {
      ...(this.settings.get(regionId) ?? unknownRegion),
      lessons: this.lessons.get(regionId) ?? noLessons,
    };
  }
}

function settingsOf({ placeRoots, watchRules }: RegionSettings): Settings {
  return { placeRoots, watchRules: new WatchRules(watchRules, wordsOf) };
}

function wordsOf(phrase: string): readonly string[] {
  return wordNorms(tokenize(phrase));
}
