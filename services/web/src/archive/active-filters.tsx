import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './active-filters.module.css';
import { type FilterName, filterNames, type SearchState, toggled } from './search-state.js';

/** Everything the search is narrowed by, each with a way to drop it. */
export function ActiveFilters({
  state,
  words,
  onChange,
}: {
  state: SearchState;
  words: (name: FilterName, value: string) => string;
  onChange: (state: SearchState) => void;
}) {
  const { t } = useTranslation('archive');
  const active = filterNames.flatMap((name) => (state.filters[name] ?? []).map((value) => ({ name, value })));
  if (active.length === 0) return null;
  return (
    <ul className={styles.filters}>
      {active.map(({ name, value }) => (
        <li key={`${name}:${value}`} className={styles.filter}>
          <span className={styles.name}>{t(`filters.names.${name}`)}</span>
          <bdi className={styles.value}>{words(name, value)}</bdi>
          <CloseButton
            size="lg"
            aria-label={t('filters.remove', { name: t(`filters.names.${name}`), value: words(name, value) })}
            onClick={() => onChange(toggled(state, name, value))}
          />
        </li>
      ))}
    </ul>
  );
}
