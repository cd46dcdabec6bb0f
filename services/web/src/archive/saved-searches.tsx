import { Button, Popover } from '@mantine/core';
import { IconBookmark, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../ui/lazy-part.js';
import { ActionButton } from './action-button.js';
import { type SearchState, stateFromQuery } from './search-state.js';

const SavedList = lazyPart(() => import('./saved-list.js'));
const SaveSearchDialog = lazyPart(() => import('./save-search-dialog.js'));

/** The searches this person keeps, and a way to keep this one. */
export function SavedSearches({
  region,
  state,
  onChange,
}: {
  region: string;
  state: SearchState;
  onChange: (state: SearchState) => void;
}) {
  const { t } = useTranslation('archive');
  const [isOpen, setOpen] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const open = (query: string) => {
    setOpen(false);
    onChange(stateFromQuery(query));
  };
  const name = () => {
    setOpen(false);
    setNaming(true);
  };
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus returnFocus>
        <Popover.Target>
          <ActionButton
            icon={IconBookmark}
            label={t('save.menu')}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          />
        </Popover.Target>
        <Popover.Dropdown aria-label={t('save.menuTitle')}>
          <SavedList isWanted={isOpen} region={region} isOpen={isOpen} onOpen={open} />
          <Button
            fullWidth
            mt={8}
            variant="light"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={name}
          >
            {t('save.new')}
          </Button>
        </Popover.Dropdown>
      </Popover>
      <SaveSearchDialog
        isWanted={isNaming}
        isOpen={isNaming}
        region={region}
        state={state}
        onClose={() => setNaming(false)}
      />
    </>
  );
}
