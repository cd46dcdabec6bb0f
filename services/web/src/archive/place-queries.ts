import { useQuery } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';

/** As many codes as one question carries. */
const codesMax = 100;

/** Names of the gazetteer for codes; a code that is not known (yet) is shown as it is. */
export function usePlaceNames(codes: readonly string[]): (code: string) => string {
  const asked = [...new Set(codes)].sort().slice(0, codesMax);
  const { data } = useQuery({
    queryKey: ['places', asked],
    queryFn: () => answer(client.GET('/api/places', { params: { query: { codes: asked.join(',') } } })),
    enabled: asked.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  const names = new Map(data?.map((place) => [place.code, place.name]));
  return (code) => names.get(code) ?? code;
}
