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
    counts && issueWords(counts, t),
    sources && sources.length > 0 && sourceWords(sources, t),
    live === 'reconnecting' && t('calm.reconnecting'),
  ].filter((part) => typeof part === 'string');
  return <span className={styles.sentence}>{parts.join(' · ')}</span>;
}

type Translate = (key: string, values: Record<string, unknown>) => string;

function issueWords(
  { open, unacknowledged }: { open: number; unacknowledged: number },
  t: Translate,
): string {
  if (unacknowledged === 0) return t('calm.quiet', { count: open });
  if (unacknowledged === open) return t('calm.allNew', { count: open });
  return t('calm.new', { count: unacknowledged, open });
}

function sourceWords(sources: readonly SourceView[], t: Translate): string {
  const count = (state: SourceView['state']) => sources.filter((each) => each.state === state).length;
  const parts = [t('calm.sourcesLive', { count: count('live') })];
  if (count('late') > 0) parts.push(t('calm.sourcesLate', { count: count('late') }));
  if (count('down') > 0) parts.push(t('calm.sourcesDown', { count: count('down') }));
  if (count('overQuota') > 0) parts.push(t('calm.sourcesOverQuota', { count: count('overQuota') }));
  return `${t('calm.sources', {})} ${parts.join(', ')}`;
}
