import type { PostsSelection } from '@kentongan/contracts';
import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';

const postsShown = 5;

/** Posts of the archive for a selection, copies folded. */
export const postsQuery = (region: string, selection: PostsSelection) =>
  queryOptions({
    queryKey: ['posts', region, selection],
    queryFn: () => {
      const query = { region, ...known(selection), limit: postsShown, fold: 'true' } as const;
      return answer(client.GET('/api/archive/search', { params: { query } }));
    },
  });

/** A field that is not given must not be sent at all. */
type Known = { [Field in keyof PostsSelection]?: Exclude<PostsSelection[Field], undefined> };
const known = (selection: PostsSelection): Known =>
  Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined)) as Known;
