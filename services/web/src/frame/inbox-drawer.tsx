import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { InboxList } from './inbox-list.js';

export default function InboxDrawer({
  regionId,
  isOpen,
  onClose,
}: {
  regionId: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      title={t('inbox.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <InboxList regionId={regionId} onChosen={onClose} />
    </Drawer>
  );
}
