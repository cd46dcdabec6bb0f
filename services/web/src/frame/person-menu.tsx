import { ActionIcon, Menu, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../i18n/codes.js';
import { useOfflineQueue } from '../offline/queue-context.js';
import { useSession, useSignOut } from '../session/session.js';
import { LanguageSwitch } from './language-switch.js';

export function PersonMenu() {
  const { t } = useTranslation();
  const words = useCodeWords();
  const { user } = useSession();
  const { queue } = useOfflineQueue();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const leave = async () => {
    queue.clear();
    await signOut();
    await navigate({ to: '/masuk', search: {} });
  };
  return (
    <Menu position="bottom-end" width={270} closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon aria-label={t('person.menu', { name: user.name })}>
          <IconUserCircle />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label c="var(--k-text)" fz="sm">
          {user.name} · {words('role', user.role)}
        </Menu.Label>
        <Menu.Label>{t('person.language')}</Menu.Label>
        <LanguageSwitch />
        <Menu.Label mt="xs">{t('person.scheme')}</Menu.Label>
        <SchemeSwitch />
        <Menu.Divider />
        <Menu.Item mih={44} onClick={() => navigate({ to: '/ganti-sandi', search: {} })}>
          {t('person.password')}
        </Menu.Item>
        <Menu.Item mih={44} leftSection={<IconLogout size={20} />} onClick={() => leave().catch(() => {})}>
          {t('person.leave')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('person.scheme')}
      value={colorScheme}
      onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
      data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`schemeName.${value}`) }))}
    />
  );
}
