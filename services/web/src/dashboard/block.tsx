import { type ReactNode, useId } from 'react';
import styles from './block.module.css';

/** One block of the dashboard: what it answers as its heading, then the answer. */
export function Block({
  title,
  caption,
  className = '',
  children,
}: {
  title: string;
  caption?: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section className={`k-panel ${styles.block} ${className}`} aria-labelledby={titleId}>
      <header>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {caption && <p className={styles.caption}>{caption}</p>}
      </header>
      {children}
    </section>
  );
}

/** Nothing here yet: what will be, in a line, so that an empty block stays small. */
export function BlockEmpty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{title}</p>
      <p className={styles.caption}>{children}</p>
    </div>
  );
}
