import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.js';
import { barDestinationsMax, type Destination, destinationsOf } from './destinations.js';
import styles from './navigation.module.css';

export function SideNavigation() {
  const { t } = useTranslation();
  const all = destinationsOf(useSession().user.role);
  return (
    <nav className={styles.side} aria-label={t('navigation')}>
      {all.map((each) => (
        <NavigationLink key={each.to} destination={each} />
      ))}
    </nav>
  );
}

export function BottomNavigation() {
  const { t } = useTranslation();
  const all = destinationsOf(useSession().user.role);
  const rest = all.slice(barDestinationsMax);
  return (
    <nav className={styles.bottom} aria-label={t('navigation')}>
      {all.slice(0, barDestinationsMax).map((each) => (
        <NavigationLink key={each.to} destination={each} />
      ))}
      {rest.length > 0 && <MoreMenu destinations={rest} />}
    </nav>
  );
}

function MoreMenu({ destinations }: { destinations: readonly Destination[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isHere = destinations.some(({ to }) => pathname.startsWith(to));
  return (
    <Menu position="top-end" width={220}>
      <Menu.Target>
        <button type="button" className={styles.link} data-here={isHere ? 'active' : undefined}>
          <IconDots aria-hidden="true" />
          <span>{t('go.more')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {destinations.map(({ to, name, icon: Icon }) => (
          <Menu.Item key={to} component={Link} to={to} leftSection={<Icon size={20} />} mih={44}>
            {t(`go.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function NavigationLink({ destination: { to, name, icon: Icon } }: { destination: Destination }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isHere = to === '/' ? pathname === '/' || pathname.startsWith('/isu/') : pathname.startsWith(to);
  return (
    <Link
      to={to}
      className={styles.link}
      data-here={isHere ? 'active' : undefined}
      aria-current={isHere ? 'page' : undefined}
    >
      <Icon aria-hidden="true" />
      <span>{t(`go.${name}`)}</span>
    </Link>
  );
}
