import type { PlaceView } from '@kentongan/contracts';
import { useMutation } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';
import { isPlaceCode, meantBy, nameIn } from './place-words.js';

const placesMax = 50;
const wordsCharactersMin = 2;
const callsAtOnce = 4;

/** What each of the words may mean: one place, several, or none. */
export type MeantPlaces = ReadonlyMap<string, readonly PlaceView[]>;

/** Looks the places of a pasted list up, each once, a few at a time. */
export function useMeantPlaces(within: string | undefined) {
  return useMutation({
    mutationFn: async (places: readonly string[]): Promise<MeantPlaces> => {
      const words = [...new Set(places)];
      const meant = new Map<string, readonly PlaceView[]>();
      for (let first = 0; first < words.length; first += callsAtOnce) {
        const some = words.slice(first, first + callsAtOnce);
        const answers = await Promise.all(some.map((each) => lookUp(each, within)));
        for (const [at, each] of some.entries()) meant.set(each, answers[at] ?? []);
      }
      return meant;
    },
  });
}

async function lookUp(words: string, within: string | undefined): Promise<readonly PlaceView[]> {
  if (isPlaceCode(words)) return ask({ codes: words });
  const q = nameIn(words).slice(0, 100);
  if (q.length < wordsCharactersMin) return [];
  const inside = within === undefined ? [] : meantBy(words, await ask({ q, within, limit: placesMax }));
  return inside.length > 0 ? inside : meantBy(words, await ask({ q, limit: placesMax }));
}

const ask = (query: { q?: string; codes?: string; within?: string; limit?: number }) =>
  answer(client.GET('/api/places', { params: { query } }));
