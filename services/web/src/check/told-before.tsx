import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { variantsQuery } from '../memory/memory-queries.js';
import { useRegion } from '../session/region.js';

/** When else a claim was checked: one that comes back again and again has an answer already. */
export function ToldBefore({ factId }: { factId: string }) {
  const { t } = useTranslation('check');
  const { regionId } = useRegion();
  const format = useFormat();
  const { data } = useQuery(variantsQuery(regionId, factId));
  const years = (data?.variants ?? []).flatMap(({ publishedAt }) =>
    publishedAt === null ? [] : [format.year(publishedAt)],
  );
  if (years.length === 0) return null;
  return <p className="k-muted">{t('toldBefore', { years: [...new Set(years)].join(', ') })}</p>;
}
