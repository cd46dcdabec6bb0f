import { withoutSigns } from './disguise.js';
import { fold } from './norm.js';

/** More parts than this in one hashtag is noise. */
const partsMax = 12;

/** Words of a hashtag's body: split at capitals, digits and underscores (`BanjirSemarang2024` → banjir, semarang, 2024). */
export function hashtagParts(body: string): string[] {
  const folded = fold(body);
  const spoken = withoutSigns(folded);
  if (spoken !== folded) return [spoken];
  const pieces = body
    .slice(0, 256)
    .replace(/_/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{L})/gu, '$1 $2')
    .split(' ');
  return pieces
    .filter((piece) => piece !== '')
    .slice(0, partsMax)
    .map(fold);
}
