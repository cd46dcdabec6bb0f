import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../ui/lazy-part.js';
import type { FacetPanel } from './facet-panel.js';
import { filterCount } from './search-state.js';

const FacetDrawer = lazyPart(() => import('./facet-drawer.js'));

/** On a phone the filters stand behind one button; every tap already changes the results behind. */
export function FacetButton(panel: Parameters<typeof FacetPanel>[0]) {
  const { t } = useTranslation('archive');
  const [isOpen, { open, close }] = useDisclosure(false);
  const count = filterCount(panel.state.filters);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden="true" />}
        onClick={open}
      >
        {count === 0 ? t('filters.open') : t('filters.openCount', { count })}
      </Button>
      <FacetDrawer isWanted={isOpen} isOpen={isOpen} onClose={close} panel={panel} />
    </>
  );
}
