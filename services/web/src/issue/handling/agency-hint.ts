import type { Agency, IssueView } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** What the program proposes as the agency in charge, in words; the field stays empty until a person fills it. */
export function useAgencyHint(view: IssueView, agencies: readonly Agency[]): string | null {
  const { t } = useTranslation('issue');
  const format = useFormat();
  const [best] = view.agencySuggestions ?? [];
  const name = agencies.find(({ agencyId }) => agencyId === best?.agencyId)?.name;
  if (!best || name === undefined) return null;
  const words = best.reasons.filter((reason) => !reason.startsWith('subject:')).join(', ');
  const percent = format.percent(best.confidence, 0);
  return words === ''
    ? t('route.agencyHint', { name, percent })
    : t('route.agencyHintWords', { name, percent, words });
}
