import type { FacetsView } from '@kentongan/contracts';
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import styles from './facet-panel.module.css';
import { type FilterName, filterCount, type SearchState, toggled } from './search-state.js';

/** In the order an analyst narrows by; language and platform are seldom asked for. */
const shownFacets = [
  'postType',
  'sentiment',
  'subject',
  'place',
  'source',
  'platform',
  'language',
] as const satisfies readonly FilterName[];
const foldedValues = 6;

interface FacetPanelProps {
  readonly state: SearchState;
  readonly facets: FacetsView | undefined;
  readonly hasFailed: boolean;
  readonly words: (name: FilterName, value: string) => string;
  readonly onChange: (state: SearchState) => void;
}

/** What the hits can be narrowed by, with how many posts each leaves. */
export function FacetPanel({ state, facets, hasFailed, words, onChange }: FacetPanelProps) {
  const { t } = useTranslation('archive');
  const format = useFormat();
  if (hasFailed) return <p className={styles.note}>{t('facetsFailed')}</p>;
  if (!facets) return <FacetsWaiting />;
  const groups = shownFacets.filter((name) => valuesOf(name, state, facets).length > 0);
  return (
    <div className={styles.panel}>
      {filterCount(state.filters) > 0 && (
        <Button
          variant="subtle"
          size="sm"
          className={styles.clear ?? ''}
          onClick={() => onChange({ ...state, filters: {} })}
        >
          {t('filters.clear')}
        </Button>
      )}
      {facets.countedSince !== null && (
        <p className={styles.note}>
          {t('filters.countedSince', { since: format.shortDateTime(facets.countedSince) })}
        </p>
      )}
      {groups.length === 0 && <p className={styles.note}>{t('filters.nothing')}</p>}
      {groups.map((name) => (
        <FacetGroup
          key={name}
          name={name}
          values={valuesOf(name, state, facets)}
          chosen={state.filters[name] ?? []}
          words={words}
          onToggle={(value) => onChange(toggled(state, name, value))}
        />
      ))}
    </div>
  );
}

interface FacetValue {
  readonly value: string;
  /** Null: chosen, but not among what was counted. */
  readonly count: number | null;
}

/** Chosen values stay in sight, also when nothing is left of them, or they could not be taken back. */
function valuesOf(name: FilterName, state: SearchState, facets: FacetsView): FacetValue[] {
  const counted = facets[name as (typeof shownFacets)[number]] ?? [];
  const missing = (state.filters[name] ?? []).filter(
    (value) => !counted.some((each) => each.value === value),
  );
  return [...missing.map((value) => ({ value, count: null })), ...counted];
}

function FacetGroup({
  name,
  values,
  chosen,
  words,
  onToggle,
}: {
  name: FilterName;
  values: readonly FacetValue[];
  chosen: readonly string[];
  words: FacetPanelProps['words'];
  onToggle: (value: string) => void;
}) {
  const { t } = useTranslation('archive');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? values : values.filter((each, i) => i < foldedValues || chosen.includes(each.value));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.name}>{t(`filters.names.${name}`)}</legend>
      {shown.map(({ value, count }) => (
        <label key={value} className={styles.value}>
          <input
            type="checkbox"
            className={styles.box}
            checked={chosen.includes(value)}
            onChange={() => onToggle(value)}
          />
          <span className={styles.words} dir="auto" title={words(name, value)}>
            {words(name, value)}
          </span>
          <span className={styles.count}>{count === null ? '–' : format.number(count)}</span>
        </label>
      ))}
      {values.length > foldedValues && (
        <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('filters.fewer') : t('filters.more', { count: values.length - foldedValues })}
        </button>
      )}
    </fieldset>
  );
}

function FacetsWaiting() {
  return (
    <div className={styles.panel} aria-hidden="true">
      {[90, 70, 80, 60, 75, 65, 85].map((width) => (
        <Skeleton key={width} height={18} width={`${width}%`} />
      ))}
    </div>
  );
}
