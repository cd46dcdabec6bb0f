import type { OwnPlace } from '@kentongan/contracts';
import type { LocatedComplaint } from './place-files.js';

/** Words behind which a street, an estate, a market or a school is named. */
const namedThings =
  /\b(?:jl|jln|jalan|gang|gg|perum|perumahan|kampung|kp|pasar|rusun|rusunawa|sdn|sd|smpn|smp|sman|sma|puskesmas|taman|makam|terminal|jembatan|masjid)\b\.?\s+((?:[a-z0-9]+[ -]?){1,4})/g;
const wordsMax = 4;
/** A name is the region's own when it stands in this many cases, this share of them in one district. */
const casesMin = 3;
const shareMin = 0.85;

function* namesIn(text: string): Generator<string> {
  for (const [whole, tail = ''] of text.toLowerCase().matchAll(namedThings)) {
    const words = tail.trim().split(/[ -]+/).slice(0, wordsMax);
    const kind = whole
      .slice(0, whole.length - tail.length)
      .trim()
      .replace('.', '');
    for (let length = 1; length <= words.length; length += 1)
      yield `${kind} ${words.slice(0, length).join(' ')}`;
  }
}

/** The names that a region's handled cases tie to one district, as its desk would list them. */
export function ownPlacesFrom(
  cases: readonly LocatedComplaint[],
  codeOf: (one: LocatedComplaint) => string | undefined,
): OwnPlace[] {
  const counts = new Map<string, Map<string, number>>();
  for (const one of cases) {
    const code = codeOf(one);
    if (!code) continue;
    for (const name of new Set(namesIn(one.text))) {
      const byCode = counts.get(name) ?? new Map<string, number>();
      byCode.set(code, (byCode.get(code) ?? 0) + 1);
      counts.set(name, byCode);
    }
  }
  return [...counts].flatMap(([name, byCode]) => {
    const total = [...byCode.values()].reduce((sum, count) => sum + count, 0);
    const [best] = [...byCode].sort((a, b) => b[1] - a[1]);
    return best && total >= casesMin && best[1] / total >= shareMin ? [{ name, placeCode: best[0] }] : [];
  });
}
