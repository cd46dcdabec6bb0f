import type { RegionSettings } from '@kentongan/contracts';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { messageOf } from '../api/failure.js';
import { useNotices } from '../frame/notices.js';
import { useLanguage } from '../i18n/use-language.js';
import { regionQuery } from '../issue/handling/region-query.js';
import { sessionQuery } from '../session/session.js';

const triesMax = 10;
const waitMilliseconds = 300;

/** A region travels to the sessions by a stream: a moment after it was saved they know it. */
async function whenSessionHas(queries: QueryClient, regionId: string): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const session = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    if (session.regions.some((region) => region.regionId === regionId)) return;
    await new Promise((done) => setTimeout(done, waitMilliseconds));
  }
}

/** Puts the whole of a region's settings; the rest of the program follows within a second. */
export function usePutRegion() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ regionId, ...settings }: RegionSettings) =>
      answer(
        client.PUT('/api/regions/{regionId}', {
          params: { path: { regionId } },
          body: { regionId, ...settings },
        }),
      ),
    onSuccess: async (saved) => {
      queries.setQueryData(regionQuery(saved.regionId).queryKey, saved);
      await whenSessionHas(queries, saved.regionId);
    },
  });
}

/** The same with words about how it went. `isConfiguredByFile` is the server's to tell, not ours to send. */
export function useSaveRegion() {
  const { t } = useTranslation();
  const language = useLanguage();
  const notices = useNotices();
  const put = usePutRegion();
  return {
    isSaving: put.isPending,
    save: (settings: RegionSettings & { isConfiguredByFile?: boolean }) => {
      const { isConfiguredByFile: _, ...rest } = settings;
      put.mutate(rest, {
        onSuccess: () => notices.calm(t('saved')),
        onError: (error) => notices.problem(messageOf(error, language)),
      });
    },
  };
}
