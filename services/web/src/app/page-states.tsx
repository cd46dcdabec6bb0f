import { Button, Skeleton } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/empty.js';
import { Failure } from '../ui/failure.js';
import { Page } from '../ui/page.js';

/** A screen's code is on its way: its outline, so that nothing jumps when it comes. */
export function PageWaiting() {
  const { t } = useTranslation();
  return (
    <Page title={t('loading')} isTitleHidden>
      <Skeleton height={36} width="40%" />
      <Skeleton height={150} />
      <Skeleton height={150} />
      <Skeleton height={150} />
    </Page>
  );
}

export function PageFailure({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const retry = () => {
    reset();
    router.invalidate().catch(() => {});
  };
  return <Failure error={error} onRetry={retry} />;
}

export function PageMissing() {
  const { t } = useTranslation();
  return (
    <Empty
      title={t('missing.title')}
      step={
        <Button component={Link} to="/">
          {t('missing.step')}
        </Button>
      }
    >
      {t('missing.words')}
    </Empty>
  );
}
