import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../api/client.js';

export const regionQuery = (regionId: string) =>
  queryOptions({
    queryKey: ['region', regionId],
    queryFn: () => answer(client.GET('/api/regions/{regionId}', { params: { path: { regionId } } })),
    staleTime: 5 * 60_000,
  });
