import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IssueStatus } from '../live/apply-live-event.js';
import { useSession } from '../session/session.js';
import { Empty } from '../ui/empty.js';

export function DeskEmpty({ status, isFiltered }: { status: IssueStatus; isFiltered: boolean }) {
  const { t } = useTranslation('desk');
  const { user } = useSession();
  if (isFiltered) return <Empty title={t('empty.filtered')} />;
  if (status === 'open' && user.role === 'agency')
    return <Empty title={t('empty.agency')}>{t('empty.agencyWords')}</Empty>;
  return (
    <Empty
      title={t(`empty.${status}`)}
      step={
        status === 'open' && (
          <Button component={Link} to="/cek" variant="default">
            {t('empty.step')}
          </Button>
        )
      }
    >
      {t(`empty.${status}Words`)}
    </Empty>
  );
}
