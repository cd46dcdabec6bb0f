import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../api/failure.js';
import { useNotices } from '../frame/notices.js';
import { useLanguage } from '../i18n/use-language.js';
import { Failure } from '../ui/failure.js';
import styles from './archive-actions.module.css';
import { useRemoveSearch, useSavedSearches } from './saved-search-queries.js';

/** The searches a person keeps. */
export default function SavedList({
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
