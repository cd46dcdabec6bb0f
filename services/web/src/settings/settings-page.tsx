import { Skeleton, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { regionQuery } from '../issue/handling/region-query.js';
import { builtInRegionId, useRegion } from '../session/region.js';
import { Failure } from '../ui/failure.js';
import { Page } from '../ui/page.js';
import { AgenciesSection } from './agencies-section.js';
import { DutySection } from './duty-section.js';
import { FeedsSection } from './feeds-section.js';
import { HostsSection } from './hosts-section.js';
import { OwnPlacesSection } from './own-places-section.js';
import { RegionSection } from './region-section.js';
import styles from './settings.module.css';
import { UsersSection } from './users-section.js';
import { WatchSection } from './watch-section.js';

const sections = ['users', 'region', 'feeds', 'places', 'hosts', 'watch', 'agencies', 'duty'] as const;
type Section = (typeof sections)[number];

/** What an administrator sets: people, and the region the desk listens to. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { regionId } = useRegion();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const region = useQuery(regionQuery(regionId));
  const section = sections.find((each) => each === search['bagian']) ?? 'users';
  const tabs = useRef<HTMLDivElement>(null);
  // Behind a link the chosen tab may lie outside what a phone shows of the row.
  useEffect(() => {
    const tab = tabs.current?.querySelector<HTMLElement>(`[data-section="${section}"]`);
    if (tabs.current && tab)
      tabs.current.scrollLeft = tab.offsetLeft - (tabs.current.clientWidth - tab.offsetWidth) / 2;
  }, [section]);
  const go = (to: string | null) =>
    navigate({ to: '/pengaturan', search: { bagian: to ?? 'users' } }).catch(() => {});
  return (
    <Page title={t('title')}>
      <Tabs value={section} onChange={go} keepMounted={false}>
        <Tabs.List ref={tabs} className={styles.tabs}>
          {sections.map((each) => (
            <Tabs.Tab key={each} value={each} mih={48} data-section={each}>
              {t(`${each}.title`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={section} className={`${styles.panel} k-panel`} mt="md">
          {section === 'users' && <UsersSection agencies={region.data?.agencies ?? []} />}
          {section !== 'users' && region.isPending && <Skeleton height={240} />}
          {section !== 'users' && region.isError && (
            <Failure error={region.error} onRetry={() => region.refetch()} />
          )}
          {region.data && <RegionPart key={regionId} section={section} region={region.data} />}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function RegionPart({
  section,
  region,
}: {
  section: Section;
  region: Parameters<typeof RegionSection>[0]['region'];
}) {
  const { t } = useTranslation('settings');
  if (section === 'users') return null;
  return (
    <div className={styles.section}>
      {region.isConfiguredByFile && (
        <p className={styles.note}>
          {region.regionId === builtInRegionId ? t('builtIn') : t('byFile')}{' '}
          {region.regionId === builtInRegionId && <Link to="/setup">{t('setUpOwn')}</Link>}
        </p>
      )}
      {section === 'region' && <RegionSection region={region} />}
      {section === 'feeds' && <FeedsSection region={region} />}
      {section === 'places' && <OwnPlacesSection region={region} />}
      {section === 'hosts' && <HostsSection region={region} />}
      {section === 'watch' && <WatchSection region={region} />}
      {section === 'agencies' && <AgenciesSection region={region} />}
      {section === 'duty' && <DutySection region={region} />}
    </div>
  );
}
