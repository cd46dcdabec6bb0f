import type { HistogramUnit } from './time-range.js';

const formats = new Map<string, Intl.DateTimeFormat>();
/** Zones are few; a hostile list of them must not fill the memory. */
const formatsMax = 20;

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  if (formats.size >= formatsMax) formats.clear();
  formats.set(timeZone, made);
  return made;
}

/** The clock on the wall of a zone, as if it were UTC: arithmetic on days and months is done with it. */
export function wallOf(instant: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The instant at which a zone's clock shows `wall`. Looked up twice: the offset may change in between. */
function instantOfWall(wall: number, timeZone: string): number {
  const guess = wall - (wallOf(wall, timeZone) - wall);
  return guess - (wallOf(guess, timeZone) - wall);
}

/** Start of the hour, day, week (from Monday) or month that holds the instant. */
export function startOfUnit(instant: number, unit: HistogramUnit, timeZone: string): number {
  const wall = new Date(wallOf(instant, timeZone));
  wall.setUTCMinutes(0, 0, 0);
  if (unit !== 'hour') wall.setUTCHours(0);
  if (unit === 'week') wall.setUTCDate(wall.getUTCDate() - ((wall.getUTCDay() + 6) % 7));
  if (unit === 'month') wall.setUTCDate(1);
  return instantOfWall(wall.getTime(), timeZone);
}

export function nextUnit(start: number, unit: HistogramUnit, timeZone: string): number {
  if (unit === 'hour') return start + 3_600_000;
  const wall = new Date(wallOf(start, timeZone));
  if (unit === 'month') wall.setUTCMonth(wall.getUTCMonth() + 1);
  else wall.setUTCDate(wall.getUTCDate() + (unit === 'week' ? 7 : 1));
  return instantOfWall(wall.getTime(), timeZone);
}

/** The value of a `datetime-local` field that shows an instant in the zone; empty for none. */
export function fieldOfInstant(instant: string | undefined, timeZone: string): string {
  if (instant === undefined) return '';
  return new Date(wallOf(Date.parse(instant), timeZone)).toISOString().slice(0, 16);
}

/** What somebody wrote into such a field; undefined when it is empty or half filled in. */
export function instantOfField(value: string, timeZone: string): string | undefined {
  const wall = Date.parse(`${value}Z`);
  return Number.isNaN(wall) ? undefined : new Date(instantOfWall(wall, timeZone)).toISOString();
}
