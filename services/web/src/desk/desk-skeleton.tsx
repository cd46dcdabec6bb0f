import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './issue-card.module.css';

/** Three cards in outline. */
export function DeskSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <span className="k-hidden" role="status">
        {t('loading')}
      </span>
      {[0, 1, 2].map((each) => (
        <div key={each} className={`${styles.card} k-panel`} aria-hidden="true">
          <div className={styles.story}>
            <Skeleton height={20} width="40%" />
            <Skeleton height={24} width="80%" />
            <Skeleton height={20} width="65%" />
          </div>
          <div className={styles.chart}>
            <Skeleton height={48} />
          </div>
          <div className={styles.foot}>
            <Skeleton height={20} width="30%" />
            <Skeleton height={44} width={260} maw="100%" />
          </div>
        </div>
      ))}
    </>
  );
}
