import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';

export const inboxQuery = (region: string) =>
  queryOptions({
    queryKey: ['inbox', region],
    queryFn: () => answer(client.GET('/api/inbox', { params: { query: { region } } })),
  });
