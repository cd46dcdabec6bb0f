import { ActionIcon, Indicator } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../ui/lazy-part.js';
import { inboxQuery } from './inbox-queries.js';

const shownMax = 99;

const InboxDrawer = lazyPart(() => import('./inbox-drawer.js'));

export function InboxBell({ regionId }: { regionId: string }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const unread = useQuery(inboxQuery(regionId)).data?.unread ?? 0;
  return (
    <>
      <Indicator
        label={unread > shownMax ? `${shownMax}+` : unread}
        size={18}
        offset={9}
        color="red.8"
        disabled={unread === 0}
        aria-hidden={false}
      >
        <ActionIcon onClick={open} aria-label={t('inbox.open', { count: unread })}>
          <IconBell />
        </ActionIcon>
      </Indicator>
      <span className="k-hidden" role="status">
        {unread > 0 && t('inbox.unread', { count: unread })}
      </span>
      <InboxDrawer isWanted={isOpen} regionId={regionId} isOpen={isOpen} onClose={close} />
    </>
  );
}
