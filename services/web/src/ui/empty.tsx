import type { ReactNode } from 'react';
import styles from './states.module.css';

/** What will appear here, and the one next step. */
export function Empty({ title, children, step }: { title: string; children?: ReactNode; step?: ReactNode }) {
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.words}>{children}</p>}
      {step}
    </div>
  );
}
