import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../api/failure.js';
import { useNotices } from '../frame/notices.js';
import { useLanguage } from '../i18n/use-language.js';
import styles from './archive-actions.module.css';
import { useSaveSearch } from './saved-search-queries.js';
import { queryOfState, type SearchState } from './search-state.js';

const nameCharactersMax = 200;

/** Asks for a name under which this search is kept. */
export default function SaveSearchDialog({
  isOpen,
  region,
  state,
  onClose,
}: {
  isOpen: boolean;
  region: string;
  state: SearchState;
  onClose: () => void;
}) {
  const { t } = useTranslation('archive');
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('save.new')}>
      <NameForm region={region} state={state} onDone={onClose} />
    </Modal>
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
