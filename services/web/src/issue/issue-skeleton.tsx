import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.js';
import styles from './issue-page.module.css';

export function IssueSkeleton() {
  const { t } = useTranslation();
  return (
    <Page title={t('loading')} isTitleHidden>
      <Skeleton height={32} width="60%" />
      <Skeleton height={22} width="40%" />
      <div className={styles.columns}>
        <Skeleton height={420} radius={12} />
        <Skeleton height={420} radius={12} />
      </div>
    </Page>
  );
}
