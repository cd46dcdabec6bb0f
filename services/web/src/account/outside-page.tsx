import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../frame/language-switch.js';
import styles from './account.module.css';

/** A screen outside the frame: the way in. */
export function OutsidePage({
  title,
  children,
  isWide = false,
}: {
  title: string;
  children: ReactNode;
  isWide?: boolean;
}) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <main className={styles.screen}>
      <div className={styles.mark}>
        <img src="/kentongan.svg" alt="" width="36" height="36" />
        {t('product')}
      </div>
      <div className={`${styles.box} k-panel`} data-wide={isWide || undefined}>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
      <div className={styles.language}>
        <LanguageSwitch />
      </div>
    </main>
  );
}
