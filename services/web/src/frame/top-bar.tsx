import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LiveState } from '../live/live-connection.js';
import { useRegions } from '../session/region.js';
import { CalmSentence } from './calm-sentence.js';
import { InboxBell } from './inbox-bell.js';
import { PersonMenu } from './person-menu.js';
import styles from './top-bar.module.css';

export function TopBar({ live }: { live: LiveState }) {
  const { t } = useTranslation();
  const { region } = useRegions();
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.mark} aria-label={`${t('product')}: ${t('go.desk')}`}>
        <img src="/kentongan.svg" alt="" width="28" height="28" />
        <span className={styles.product}>{t('product')}</span>
      </Link>
      {region && (
        <div className={styles.place}>
          <RegionName />
          <CalmSentence regionId={region.regionId} live={live} />
        </div>
      )}
      <div className={styles.tools}>
        {region && <InboxBell regionId={region.regionId} />}
        <PersonMenu />
      </div>
    </header>
  );
}

function RegionName() {
  const { t } = useTranslation();
  const { region, regions, choose } = useRegions();
  if (!region) return null;
  if (regions.length < 2) return <strong className={styles.region}>{region.name}</strong>;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={styles.region} aria-label={t('changeRegion', { name: region.name })}>
          <strong>{region.name}</strong>
          <IconChevronDown size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {regions.map((each) => (
          <Menu.Item key={each.regionId} mih={44} onClick={() => choose(each.regionId)}>
            {each.name}
            {each.mode === 'historical' && ` · ${t('historical')}`}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
