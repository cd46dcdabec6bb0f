/** The hours of a city: how much is written when. */

export const hourMilliseconds = 3_600_000;
export const dayMilliseconds = 24 * hourMilliseconds;
const zoneMilliseconds = 7 * hourMilliseconds;

/** Western Indonesia has no summer time: seven hours ahead, all year. */
export const localHour = (atMilliseconds: number): number =>
  Math.floor(((atMilliseconds + zoneMilliseconds) % dayMilliseconds) / hourMilliseconds);

/** 0 = Sunday. */
const localWeekday = (atMilliseconds: number): number =>
  (Math.floor((atMilliseconds + zoneMilliseconds) / dayMilliseconds) + 4) % 7;

export const isWeekend = (atMilliseconds: number): boolean => [0, 6].includes(localWeekday(atMilliseconds));

const workdayHours = [
  10, 6, 4, 3, 6, 14, 26, 34, 33, 31, 31, 34, 37, 34, 31, 32, 36, 40, 42, 46, 47, 40, 30, 18,
];
const weekendHours = [
  14, 9, 6, 4, 5, 10, 18, 26, 31, 34, 35, 36, 36, 34, 33, 34, 37, 40, 43, 46, 46, 42, 34, 23,
];
const hoursSum = workdayHours.reduce((sum, weight) => sum + weight, 0);

/** Share of an average workday's posts that fall into this hour. */
export function hourShare(atMilliseconds: number): number {
  const hours = isWeekend(atMilliseconds) ? weekendHours : workdayHours;
  return hours[localHour(atMilliseconds)]! / hoursSum;
}

/** `pagi`, `siang`, `sore`, `malam`: what people call this hour. */
export function partOfDay(atMilliseconds: number): string {
  const hour = localHour(atMilliseconds);
  if (hour < 4 || hour >= 18) return 'malam';
  if (hour < 11) return 'pagi';
  return hour < 15 ? 'siang' : 'sore';
}
