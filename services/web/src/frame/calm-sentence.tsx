import type { SourceView } from '@kentongan/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { issueCountsQuery } from '../desk/issue-queries.js';
import type { LiveState } from '../live/live-connection.js';
import { useSession } from '../session/session.js';
import { sourcesQuery } from './source-queries.js';
import styles from './top-bar.module.css';

/** The whole desk in one breath: how many are new, how many are open, do all sources speak. */
export function CalmSentence({ regionId, live }: { regionId: string; live: LiveState }) {
  const { t } = useTranslation();
  const counts = useQuery(issueCountsQuery(regionId)).data?.counts;
  const isDesk = useSession().user.role !== 'agency';
  const sources = useQuery({ ...sourcesQuery(regionId), enabled: isDesk }).data;
  const parts = [
    counts &&
      (counts.unacknowledged > 0
        ? t('calm.new', { count: counts.unacknowledged, open: counts.open })
        : t('calm.quiet', { count: counts.open })),
    sources && sources.length > 0 && sourceWords(sources, t),
    live === 'reconnecting' && t('calm.reconnecting'),
  ].filter((part) => typeof part === 'string');
  return <span className={styles.sentence}>{parts.join(' · ')}</span>;
}

function sourceWords(
  sources: readonly SourceView[],
  t: (key: string, values: Record<string, unknown>) => string,
): string {
  const count = (state: SourceView['state']) => sources.filter((each) => each.state === state).length;
  const parts = [t('calm.sourcesLive', { count: count('live') })];
  if (count('late') > 0) parts.push(t('calm.sourcesLate', { count: count('late') }));
  if (count('down') > 0) parts.push(t('calm.sourcesDown', { count: count('down') }));
  if (count('overQuota') > 0) parts.push(t('calm.sourcesOverQuota', { count: count('overQuota') }));
  return `${t('calm.sources', {})} ${parts.join(', ')}`;
}
