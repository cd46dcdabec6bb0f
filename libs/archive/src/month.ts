/** A month in UTC as `2026-11`. */
export type Month = string;

export const monthOf = (instant: string): Month => new Date(instant).toISOString().slice(0, -17);

export const monthStart = (month: Month): string => `${month}-01T00:00:00.000Z`;

export function monthAfter(month: Month): Month {
  const start = new Date(monthStart(month));
  start.setUTCMonth(start.getUTCMonth() + 1);
  return monthOf(start.toISOString());
}

const monthPattern = /^\d{4}-\d{2}$/;

/** False for a year that has no four digits: no archive has a place for it. */
export const isArchivable = (month: Month): boolean => monthPattern.test(month);

/** To the millisecond: cursors carry no more, and a finer time would be skipped or shown twice while paging. */
export const toMillisecond = (instant: string): string => new Date(instant).toISOString();
