import type { OwnPlace } from '@kentongan/contracts';

export const ownPlacesMax = 2_000;
export const nameCharactersMax = 100;
const nameLettersMin = 2;

/** Two spellings of one name to the program, which reads names without spaces, signs and capitals. */
export const nameKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

export const isName = (name: string): boolean =>
  nameKey(name).length >= nameLettersMin && name.trim().length <= nameCharactersMax;

const collator = new Intl.Collator('id', { numeric: true });

/** Later ones take the place of earlier ones with the same name; by alphabet, so that a list is found again. */
export function listOfPlaces(places: readonly OwnPlace[]): OwnPlace[] {
  const byName = new Map(places.map((place) => [nameKey(place.name), place]));
  return [...byName.values()].sort((a, b) => collator.compare(a.name, b.name));
}

export const areSamePlaces = (a: readonly OwnPlace[], b: readonly OwnPlace[]): boolean =>
  a.length === b.length &&
  a.every(({ name, placeCode }, at) => b[at]?.name === name && b[at]?.placeCode === placeCode);

/** Those whose own name, or the place they lie in, holds all the words. */
export function searchPlaces(
  places: readonly OwnPlace[],
  words: string,
  placeName: (code: string) => string,
): readonly OwnPlace[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return places;
  return places.filter(({ name, placeCode }) => {
    const told = `${name} ${placeName(placeCode)} ${placeCode}`.toLowerCase();
    return wanted.every((word) => told.includes(word));
  });
}
