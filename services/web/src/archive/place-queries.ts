import type { PlaceView } from '@kentongan/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, client } from '../api/client.js';

/** As many codes as one question carries. */
const codesMax = 100;

const placesQuery = (codes: readonly string[]) => ({
  queryKey: ['places', codes],
  queryFn: (): Promise<PlaceView[]> =>
    answer(client.GET('/api/places', { params: { query: { codes: codes.join(',') } } })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Names of the gazetteer for codes; a code that is not known (yet) is shown as it is. */
export function usePlaceNames(codes: readonly string[]): (code: string) => string {
  const asked = distinct(codes).slice(0, codesMax);
  const { data } = useQuery({
    ...placesQuery(asked),
    enabled: asked.length > 0,
    placeholderData: (before: PlaceView[] | undefined) => before,
  });
  const names = new Map(data?.map((place) => [place.code, place.name]));
  return (code) => names.get(code) ?? code;
}

/** The places behind any number of codes, as far as they are known already. One more does not ask for the others again. */
export function usePlaces(codes: readonly string[]): ReadonlyMap<string, PlaceView> {
  const [asked, setAsked] = useState<readonly (readonly string[])[]>([]);
  const known = new Set(asked.flat());
  const fresh = distinct(codes).filter((code) => !known.has(code));
  if (fresh.length > 0) setAsked([...asked, ...partsOf(fresh)]);
  return useQueries({ queries: asked.map(placesQuery), combine: byCode });
}

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)].sort();

const partsOf = (codes: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(codes.length / codesMax) }, (_, part) =>
    codes.slice(part * codesMax, (part + 1) * codesMax),
  );

const byCode = (answers: readonly { data?: PlaceView[] | undefined }[]): ReadonlyMap<string, PlaceView> =>
  new Map(answers.flatMap(({ data }) => data ?? []).map((place) => [place.code, place]));
