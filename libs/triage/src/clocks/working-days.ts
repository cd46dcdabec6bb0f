import { holidays } from './holidays.js';

const dayMilliseconds = 86_400_000;
const saturday = 6;
const sunday = 0;
/** Longer rows of closed days than this do not exist; the loop below must end even with a wrong table. */
const daysLookedAtMax = 60;

/** When offices close, local time. */
const closingHour = 16;

/** A calendar day as the number of days since 1970-01-01, so that adding days is adding. */
type Day = number;

const isoDay = (day: Day): string => new Date(day * dayMilliseconds).toISOString().slice(0, 10);

function isWorkingDay(day: Day): boolean {
  const weekday = new Date(day * dayMilliseconds).getUTCDay();
  return weekday !== saturday && weekday !== sunday && !holidays.has(isoDay(day));
}

/** How far the zone's clock is ahead of UTC at that moment. */
function offsetMilliseconds(timeZone: string, milliseconds: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(milliseconds);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(milliseconds / 1_000) * 1_000;
}

/**
 * When offices close on the nth working day after `since`; 0 = the same working day, or the next one when `since` is
 * after hours or on a closed day.
 * @param since milliseconds since the epoch
 * @param timeZone IANA zone whose days and hours count
 * @returns milliseconds since the epoch
 */
export function closingOfWorkingDay(since: number, workingDays: number, timeZone: string): number {
  const offset = offsetMilliseconds(timeZone, since);
  const local = since + offset;
  let day = Math.floor(local / dayMilliseconds);
  const isAfterHours = local - day * dayMilliseconds >= closingHour * 3_600_000;
  let left = workingDays;
  if (workingDays === 0 && isAfterHours) day += 1;
  if (workingDays > 0) day += 1;
  for (let looked = 0; looked < daysLookedAtMax; looked += 1, day += 1) {
    if (!isWorkingDay(day)) continue;
    left -= 1;
    if (left <= 0) break;
  }
  return day * dayMilliseconds + closingHour * 3_600_000 - offset;
}
