import type { IssueList } from '@kentongan/contracts';
import { ActionIcon, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../i18n/codes.js';
import styles from './desk-page.module.css';
import type { ChangeableView, DeskView } from './desk-view.js';

export function DeskFilters({
  view,
  counts,
  searchRef,
  words,
  onWords,
  onSearchArchive,
}: {
  view: ChangeableView;
  counts: IssueList['counts'] | undefined;
  searchRef: RefObject<HTMLInputElement | null>;
  words: string;
  onWords: (words: string) => void;
  onSearchArchive: () => void;
}) {
  const { t } = useTranslation('desk');
  const [isOpen, setOpen] = useState(false);
  const isFiltered = words !== '' || view.level !== undefined || view.owner !== undefined;
  const label = (status: DeskView['status'], count?: number) =>
    count === undefined ? t(`status.${status}`) : `${t(`status.${status}`)} (${count})`;
  return (
    <div className={styles.filters} data-expanded={isOpen}>
      <SegmentedControl
        className={styles.status}
        aria-label={t('statusLabel')}
        value={view.status}
        onChange={(status) => view.change({ status: status as DeskView['status'] })}
        data={[
          { value: 'open', label: label('open', counts?.open) },
          { value: 'snoozed', label: label('snoozed', counts?.snoozed) },
          { value: 'done', label: label('done') },
        ]}
      />
      <ActionIcon
        className={styles.more}
        variant={isOpen || isFiltered ? 'light' : 'subtle'}
        aria-label={t('filter')}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <IconFilter />
      </ActionIcon>
      <TextInput
        ref={searchRef}
        className={styles.search}
        type="search"
        aria-label={t('searchLabel')}
        placeholder={t('searchHint')}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && words.trim() !== '') onSearchArchive();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <Selects view={view} />
    </div>
  );
}

function Selects({ view }: { view: ChangeableView }) {
  const { t } = useTranslation('desk');
  const codes = useCodeWords();
  return (
    <div className={styles.selects}>
      <NativeSelect
        aria-label={t('levelLabel')}
        value={view.level ?? ''}
        onChange={(event) => view.change({ level: event.currentTarget.value as DeskView['level'] })}
        data={[
          { value: '', label: t('levelAll') },
          ...(['critical', 'high', 'medium', 'low'] as const).map((value) => ({
            value,
            label: codes('level', value),
          })),
        ]}
      />
      <NativeSelect
        aria-label={t('ownerLabel')}
        value={view.owner ?? ''}
        onChange={(event) => view.change({ owner: event.currentTarget.value as DeskView['owner'] })}
        data={[
          { value: '', label: t('owner.all') },
          { value: 'me', label: t('owner.me') },
          { value: 'nobody', label: t('owner.nobody') },
        ]}
      />
    </div>
  );
}
