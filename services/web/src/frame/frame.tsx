import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { watchBrowserConnection } from '../api/contact.js';
import { useLive } from '../live/use-live.js';
import { OfflineQueueProvider } from '../offline/queue-context.js';
import { RegionProvider, useRegions } from '../session/region.js';
import { Empty } from '../ui/empty.js';
import { Banners } from './banners.js';
import styles from './frame.module.css';
import { BottomNavigation, SideNavigation } from './navigation.js';
import { NoticesProvider } from './notices.js';
import { TopBar } from './top-bar.js';

/** What surrounds every screen: where am I, is everything up to date, where can I go. */
export function Frame() {
  return (
    <RegionProvider>
      <OfflineQueueProvider>
        <NoticesProvider>
          <FrameLayout />
        </NoticesProvider>
      </OfflineQueueProvider>
    </RegionProvider>
  );
}

function FrameLayout() {
  const { t } = useTranslation();
  const { region } = useRegions();
  const live = useLive(region?.regionId);
  useEffect(
    () =>
      watchBrowserConnection(() => {
        answer(client.GET('/api/session')).catch(() => {});
      }),
    [],
  );
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('skipToContent')}
      </a>
      <TopBar live={live} />
      <SideNavigation />
      <main id="content" className={styles.content} tabIndex={-1}>
        <Banners />
        {region ? (
          <div key={region.regionId}>
            <Outlet />
          </div>
        ) : (
          <Empty title={t('noRegion.title')}>{t('noRegion.words')}</Empty>
        )}
      </main>
      <BottomNavigation />
    </div>
  );
}
