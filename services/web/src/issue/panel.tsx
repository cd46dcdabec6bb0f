import { type ReactNode, useId } from 'react';
import styles from './issue-page.module.css';

export function Panel({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={`${styles.panel} k-panel`} aria-labelledby={id}>
      <div className={styles.panelHead}>
        <h2 className={styles.panelTitle} id={id}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
