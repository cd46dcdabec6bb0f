import type { SignalComposition } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { usePlaceNames } from '../../archive/place-queries.js';
import { useFormat } from '../../format/use-format.js';
import { useCodeWords } from '../../i18n/codes.js';
import { Panel } from '../panel.js';
import styles from './story.module.css';

/** What the posts are made of: bars, the longest first. Copies of one post count once. */
export function Composition({ composition }: { composition: SignalComposition }) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  const names = usePlaceNames(composition.places.map(({ value }) => value));
  const groups = [
    ['postTypes', composition.postTypes, (value: string) => words('postType', value)],
    ['sentiments', composition.sentiments, (value: string) => words('sentiment', value)],
    ['authorKinds', composition.authorKinds, (value: string) => words('authorKind', value)],
    ['platforms', composition.platforms, (value: string) => value],
    ['subjects', composition.subjects, (value: string) => words('subject', value)],
    ['places', composition.places, names],
  ] as const;
  return (
    <Panel title={t('composition.title')}>
      <div className={styles.bars}>
        {groups.map(([name, entries, label]) =>
          entries.length > 0 ? (
            <Bars
              key={name}
              title={t(`composition.${name}`)}
              entries={entries}
              of={composition.posts}
              label={label}
            />
          ) : null,
        )}
      </div>
    </Panel>
  );
}

function Bars({
  title,
  entries,
  of,
  label,
}: {
  title: string;
  entries: readonly { value: string; count: number }[];
  of: number;
  label: (value: string) => string;
}) {
  const format = useFormat();
  return (
    <div>
      <h3 className={styles.barsTitle}>{title}</h3>
      <ul>
        {entries.map(({ value, count }) => (
          <li key={value}>
            <bdi>{label(value)}</bdi>
            <span>{format.number(count)}</span>
            <span className={styles.track}>
              <span style={{ width: `${Math.min(100, (count / Math.max(1, of)) * 100)}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
