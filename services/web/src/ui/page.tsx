import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './page.module.css';

/** One screen: its heading, what stands beside it, its content; the browser's title follows. */
export function Page({
  title,
  aside,
  children,
  isTitleHidden = false,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  isTitleHidden?: boolean;
}) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <div className={styles.page}>
      <div className={isTitleHidden ? styles.bare : styles.head}>
        <h1 className={isTitleHidden ? 'k-hidden' : styles.title}>{title}</h1>
        {aside}
      </div>
      {children}
    </div>
  );
}
