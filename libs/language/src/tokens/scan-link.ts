/** Longest host name the domain system allows; bounds the look-ahead, so that `a.a.a.a…` stays linear. */
const hostCharactersMax = 253;

const topLevels = new Set(
  'com net org edu gov info biz id my sg co.id go.id tv io xyz link site online news app dev blog web.id press live club store shop asia us uk'.split(
    ' ',
  ),
);
// Also Indonesian or English words (`me`, `to`, `in`, `be`): a link only when a path follows.
const shortTopLevels = new Set('co ly me be gl to in cc at page gd gg ru ke st eu is'.split(' '));

const isHostUnit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 45;

function isLinkEnd(unit: number): boolean {
  return (
    unit <= 32 ||
    unit === 34 ||
    unit === 60 ||
    unit === 62 ||
    unit === 0xa0 ||
    unit === 0x200b ||
    unit >= 0x2000
  );
}

/** Punctuation that closes the sentence rather than the link. */
const closing = new Set([...'.,!?;:\'")]}*_~…'].map((character) => character.charCodeAt(0)));

function endOfPath(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isLinkEnd(text.charCodeAt(end))) end += 1;
  while (end > start && closing.has(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** End of a link with a scheme or `www.` at `start`, or `start`. */
export function scanSchemeLink(text: string, start: number): number {
  const unit = text.charCodeAt(start) | 32;
  if (unit !== 104 && unit !== 119) return start;
  const head = text.slice(start, start + 8).toLowerCase();
  const prefix = head.startsWith('https://')
    ? 8
    : head.startsWith('http://')
      ? 7
      : head.startsWith('www.')
        ? 4
        : 0;
  if (prefix === 0) return start;
  const end = endOfPath(text, start + prefix);
  return end > start + prefix ? end : start;
}

/** How far a bare host reaches from `start`, and whether it is one (`bit.ly/x`, `semarangkota.go.id`). */
export function scanBareLink(text: string, start: number): { end: number; isLink: boolean } {
  let end = start;
  let labelStart = start;
  let labels = 1;
  const limit = Math.min(text.length, start + hostCharactersMax);
  for (; end < limit; end += 1) {
    const unit = text.charCodeAt(end);
    if (unit === 46 && end > labelStart && isHostUnit(text.charCodeAt(end + 1))) {
      labels += 1;
      labelStart = end + 1;
    } else if (!isHostUnit(unit)) break;
  }
  if (labels < 2) return { end, isLink: false };
  const next = text.charCodeAt(end);
  const hasPath = next === 47 || next === 63;
  const topLevel = text.slice(labelStart, end).toLowerCase();
  const isLink = topLevels.has(topLevel) || (hasPath && shortTopLevels.has(topLevel));
  return { end: isLink && hasPath ? endOfPath(text, end) : end, isLink };
}
