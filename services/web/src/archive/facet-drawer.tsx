import { Button, Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './archive-page.module.css';
import { FacetPanel } from './facet-panel.js';

export default function FacetDrawer({
  isOpen,
  onClose,
  panel,
}: {
  isOpen: boolean;
  onClose: () => void;
  panel: Parameters<typeof FacetPanel>[0];
}) {
  const { t } = useTranslation('archive');
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="bottom"
      size="85%"
      title={t('filters.title')}
      closeButtonProps={{ 'aria-label': t('filters.close'), size: 44 }}
    >
      <FacetPanel {...panel} />
      <div className={styles.done}>
        <Button fullWidth onClick={onClose}>
          {t('filters.done')}
        </Button>
      </div>
    </Drawer>
  );
}
