import type { PlaceView } from '@kentongan/contracts';

type Level = PlaceView['level'];

/** How people write a kind of place in front of its name. */
const kinds: readonly (readonly [RegExp, Level])[] = [
  [/^(kelurahan|kel|desa|ds)[.\s]+/i, 'village'],
  [/^(kecamatan|kec)[.\s]+/i, 'district'],
  [/^(kabupaten|kab|kota)[.\s]+/i, 'regency'],
  [/^(provinsi|prov)[.\s]+/i, 'province'],
];

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const bare = (name: string): string =>
  kinds.reduce((rest, [kind]) => rest.replace(kind, ''), name.trim()).trim();

export const isPlaceCode = (words: string): boolean => /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/.test(words);

/** What to look up: `Kec. Tembalang, Kota Semarang` → `Tembalang`. */
export const nameIn = (words: string): string => bare(words.split(',')[0] ?? '');

/** Of the places that a look-up found, those that the words may mean: of that very name, kind and surroundings. */
export function meantBy(words: string, found: readonly PlaceView[]): PlaceView[] {
  const [name = '', ...around] = words.split(',').map((part) => part.trim());
  const level = kinds.find(([kind]) => kind.test(name))?.[1];
  return found.filter(
    (place) =>
      letters(bare(place.name)) === letters(bare(name)) &&
      (level === undefined || place.level === level) &&
      around.every((part) => letters(place.fullName).includes(letters(bare(part)))),
  );
}
