import { Skeleton } from '@mantine/core';
import styles from './dashboard-page.module.css';

/** The outline of the page while its figures are on their way. */
export function DashboardWaiting() {
  return (
    <div className={styles.blocks} aria-hidden="true">
      <Skeleton className={styles.rising ?? ''} height={260} radius={12} />
      <Skeleton className={styles.work ?? ''} height={520} radius={12} />
      <Skeleton className={styles.volume ?? ''} height={244} radius={12} />
      <Skeleton className={styles.talk ?? ''} height={420} radius={12} />
      <Skeleton className={styles.times ?? ''} height={110} radius={12} />
    </div>
  );
}
