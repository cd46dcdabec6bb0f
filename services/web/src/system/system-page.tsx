import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.js';
import { Failure } from '../ui/failure.js';
import { Page } from '../ui/page.js';
import { ProgramPanel } from './program-panel.js';
import { SourceList } from './source-list.js';
import { StreamPanel } from './stream-panel.js';
import { useSystemState } from './system-queries.js';

/** How the desk itself is doing: sources for everybody, the machinery for admins. */
export function SystemPage() {
  const { t } = useTranslation('system');
  const isAdmin = useSession().user.role === 'admin';
  const { data, error, refetch } = useSystemState(isAdmin);
  return (
    <Page title={t('title')}>
      <SourceList isAdmin={isAdmin} />
      {isAdmin && error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {isAdmin && !data && !error && <Skeleton height={160} radius={12} />}
      {data && (
        <>
          <ProgramPanel system={data} />
          <StreamPanel streams={data.streams} />
        </>
      )}
    </Page>
  );
}
