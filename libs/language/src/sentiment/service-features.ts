import { serviceRole } from './service-cues.js';
import type { Term } from './terms.js';

export const serviceFeatureCount = 5;

/** Terms between a service and what stops it (`lampu merah perempatan mati`), and between a denial and what is denied. */
const stopReach = 4;
const denialReach = 3;
/** Terms between `sejak` or `sudah` and the stretch of time. */
const timeReach = 3;

const { service, stops, serves, denies, time, since, repeats, announces, done, counts } = serviceRole;

const rolesAt = (terms: readonly Term[], index: number): number => terms[index]?.sense?.service ?? 0;

function hasNear(terms: readonly Term[], from: number, reach: number, role: number): boolean {
  for (let i = from + 1; i <= from + reach && i < terms.length; i += 1) {
    if (terms[i]!.text === '!' || terms[i]!.text === '?') return false;
    if ((rolesAt(terms, i) & role) !== 0) return true;
  }
  return false;
}

/**
 * Dense features of a public service that fails, as logarithms of counts: a service that stops, something expected that does not
 * happen, for how long, and, against these, words of announcements and of what was put right.
 */
export function serviceFeatures(terms: readonly Term[]): number[] {
  let [stopped, denied, lasting, announced, solved] = [0, 0, 0, 0, 0];
  for (let i = 0; i < terms.length; i += 1) {
    const roles = rolesAt(terms, i);
    if (roles === 0) continue;
    if (roles & service && hasNear(terms, i, stopReach, stops)) stopped += 1;
    else if (roles & stops && hasNear(terms, i, 1, service)) stopped += 1;
    if (roles & denies && hasNear(terms, i, denialReach, serves)) denied += 1;
    const lasts = roles & counts ? 1 : roles & since ? timeReach : 0;
    if (roles & repeats || hasNear(terms, i, lasts, time)) lasting += 1;
    if (roles & announces) announced += 1;
    if (roles & done) solved += 1;
  }
  return [stopped, denied, lasting, announced, solved].map(Math.log1p);
}
