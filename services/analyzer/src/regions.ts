import {
  correctionsRecorded,
  decodeEvent,
  type Lesson,
  type RegionSettings,
  regionsConfigured,
} from '@kentongan/contracts';
import { Lessons, OwnNames, tokenize, WatchRules, wordNorms } from '@kentongan/language';
import type { RegionReading } from './analyze-post.pipeline.js';

type Settings = Omit<RegionReading, 'regionId' | 'ownNames' | 'lessons'>;
type Taught = Required<Pick<RegionReading, 'ownNames' | 'lessons'>>;

/** A region nobody configured yet: the whole country, nothing watched. */
const unknownRegion: Settings = { placeRoots: [], watchRules: new WatchRules([], wordsOf) };
/** Of a region that lists no names, and whose officers corrected nothing. */
const nothingTaught: Taught = { ownNames: new OwnNames(), lessons: new Lessons() };

/** What the analyzer knows of regions, fed by the streams of their settings and of their officers' corrections. */
export class Regions {
  private readonly settings = new Map<string, Settings>();
  private readonly taught = new Map<string, Taught>();

  /** Settings that cannot be decoded leave the region as it was; what its officers taught stays when they change. */
  record(regionId: string, value: Uint8Array | null): void {
    if (value === null) {
      this.settings.delete(regionId);
      this.taughtIn(regionId).ownNames.list([]);
      return;
    }
    const decoded = decodeEvent(regionsConfigured, value);
    if (!decoded.ok) return;
    this.settings.set(regionId, settingsOf(decoded.event.data));
    this.taughtIn(regionId).ownNames.list(decoded.event.data.ownPlaces ?? []);
  }

  /** @param key of corrections.recorded: the region, then what the correction is about; null takes it back */
  learn(key: string, value: Uint8Array | null): void {
    const decoded = value && decodeEvent(correctionsRecorded, value);
    if (decoded && !decoded.ok) return;
    const lesson = decoded?.event.data ?? null;
    const { ownNames, lessons } = this.taughtIn(key.slice(0, key.indexOf('|')));
    lessons.record(key, lesson);
    ownNames.record(key, placeLessonOf(lesson));
  }

  of(regionId: string): RegionReading {
    return {
      regionId,
      ...(this.settings.get(regionId) ?? unknownRegion),
      ...(this.taught.get(regionId) ?? nothingTaught),
    };
  }

  private taughtIn(regionId: string): Taught {
    const taught = this.taught.get(regionId) ?? { ownNames: new OwnNames(), lessons: new Lessons() };
    this.taught.set(regionId, taught);
    return taught;
  }
}

function placeLessonOf(lesson: Lesson | null): Parameters<OwnNames['record']>[1] {
  if (lesson?.label.part !== 'place') return null;
  const { words, code } = lesson.label;
  return { words, code, at: lesson.at };
}

function settingsOf({ placeRoots, feeds, watchRules, pressHosts }: RegionSettings): Settings {
  return {
    placeRoots,
    sourceHomes: new Map(
      feeds.flatMap(({ sourceId, placeCode }) => (placeCode ? [[sourceId, placeCode]] : [])),
    ),
    watchRules: new WatchRules(watchRules, wordsOf),
    pressHosts: new Set(pressHosts),
  };
}

function wordsOf(phrase: string): readonly string[] {
  return wordNorms(tokenize(phrase));
}
