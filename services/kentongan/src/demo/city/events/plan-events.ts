import type { CityPlace } from '../places.js';
import type { Random } from '../random.js';
import { hourMilliseconds, localHour } from '../rhythm.js';
import { complaints } from './complaints.js';
import { criticisms } from './criticisms.js';
import { type EventKind, eventKinds, eventSizes } from './event-kinds.js';
import { hoaxes } from './hoaxes.js';
import { pressReports } from './press-reports.js';
import { rumours } from './rumours.js';
import type { Story } from './story.js';

/** An event before it is told: what, where, when, how large, how fast. */
export interface PlannedEvent {
  readonly kind: EventKind;
  readonly story: Story;
  /** The kelurahan of one kecamatan. */
  readonly places: readonly CityPlace[];
  readonly startsAt: number;
  readonly postsCount: number;
  /** Half of the posts are written by then. */
  readonly medianMilliseconds: number;
}

const stories: Readonly<Record<EventKind, readonly Story[]>> = {
  hoax: hoaxes,
  rumour: rumours,
  complaint: complaints,
  criticism: criticisms,
  press: pressReports,
};

/** Events begin when people are awake and early enough to be told before the day ends. */
const wakingHours = { first: 6, last: 19 };
const beginsBeforeEndHours = { most: 22, least: 6 };
const apartHoursMin = 0.75;
const triesMax = 1_000;

/** One event of each kind, on the last day before `endsAt`. */
export function planEvents(places: readonly CityPlace[], endsAt: number, random: Random): PlannedEvent[] {
  const starts: number[] = [];
  const taken = new Set<string>();
  return eventKinds.map((kind) => {
    const startsAt = startBetween(starts, endsAt, random);
    starts.push(startsAt);
    const { districtCode } = random.pick(places);
    const [least, most] = eventSizes[kind];
    const free = stories[kind].filter(({ about }) => !about.some((subject) => taken.has(subject)));
    const story = random.pick(free);
    for (const subject of story.about) taken.add(subject);
    return {
      kind,
      story,
      places: places.filter((place) => place.districtCode === districtCode),
      startsAt,
      postsCount: random.integer(least, most),
      medianMilliseconds: random.between(1.5, 3) * hourMilliseconds,
    };
  });
}

function startBetween(taken: readonly number[], endsAt: number, random: Random): number {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const hoursBefore = random.between(beginsBeforeEndHours.least, beginsBeforeEndHours.most);
    const at = endsAt - hoursBefore * hourMilliseconds;
    const hour = localHour(at);
    const isApart = taken.every((other) => Math.abs(other - at) >= apartHoursMin * hourMilliseconds);
    if (isApart && hour >= wakingHours.first && hour <= wakingHours.last) return Math.floor(at);
  }
  throw new Error('no room for another event on this day');
}
