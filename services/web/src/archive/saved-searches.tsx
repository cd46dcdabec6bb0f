import { ActionIcon, Button, Modal, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../api/failure.js';
import { useNotices } from '../frame/notices.js';
import { useLanguage } from '../i18n/use-language.js';
import { Failure } from '../ui/failure.js';
import { ActionButton } from './action-button.js';
import styles from './archive-actions.module.css';
import { useRemoveSearch, useSavedSearches, useSaveSearch } from './saved-search-queries.js';
import { queryOfState, type SearchState, stateFromQuery } from './search-state.js';

const nameCharactersMax = 200;

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
          <SavedList region={region} isOpen={isOpen} onOpen={open} />
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
      <Modal opened={isNaming} onClose={() => setNaming(false)} title={t('save.new')}>
        <NameForm region={region} state={state} onDone={() => setNaming(false)} />
      </Modal>
    </>
  );
}

function SavedList({
  region,
  isOpen,
  onOpen,
}: {
  region: string;
  isOpen: boolean;
  onOpen: (query: string) => void;
}) {
  const { t } = useTranslation('archive');
  const language = useLanguage();
  const notices = useNotices();
  const { data, error } = useSavedSearches(region, isOpen);
  const removing = useRemoveSearch(region);
  const remove = (searchId: string, name: string) =>
    removing.mutate(searchId, {
      onSuccess: () => notices.calm(t('save.removed', { name })),
      onError: (failure) => notices.problem(messageOf(failure, language)),
    });
  if (error) return <Failure error={error} />;
  if (data?.length === 0) return <p className={styles.note}>{t('save.empty')}</p>;
  return (
    <ul className={styles.saved}>
      {data?.map(({ searchId, name, query }) => (
        <li key={searchId} className={styles.search}>
          <button type="button" className={styles.open} dir="auto" onClick={() => onOpen(query)}>
            {name}
          </button>
          <ActionIcon aria-label={t('save.remove', { name })} onClick={() => remove(searchId, name)}>
            <IconTrash size={18} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

function NameForm({ region, state, onDone }: { region: string; state: SearchState; onDone: () => void }) {
  const { t } = useTranslation('archive');
  const language = useLanguage();
  const notices = useNotices();
  const [name, setName] = useState(state.q.slice(0, nameCharactersMax));
  const saving = useSaveSearch(region);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    saving.mutate(
      { name: name.trim(), query: queryOfState(state) },
      {
        onSuccess: () => {
          notices.calm(t('save.saved', { name: name.trim() }));
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <TextInput
        data-autofocus
        size="md"
        label={t('save.name')}
        placeholder={t('save.namePlaceholder')}
        maxLength={nameCharactersMax}
        value={name}
        error={saving.error && messageOf(saving.error, language)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('save.cancel')}
        </Button>
        <Button type="submit" loading={saving.isPending} disabled={name.trim() === ''}>
          {t('save.confirm')}
        </Button>
      </div>
    </form>
  );
}
