import { useTranslation } from 'react-i18next';
import styles from './search-box.module.css';

/** The small language by example; each can be tapped and tried. */
const examples = [
  ['both', 'banjir genuk'],
  ['phrase', '"air keruh"'],
  ['either', 'macet OR kemacetan'],
  ['without', 'banjir -rob'],
  ['hashtag', '#banjir'],
  ['field', 'sentimen:negatif jenis:keluhan'],
  ['source', 'sumber:"warta kota" lampu OR listrik'],
  ['group', '(rob OR banjir) pasar'],
] as const;

export function SearchExamples({
  isOpen,
  onChoose,
}: {
  /** When a query could not be read, the way to write one is shown unasked. */
  isOpen: boolean;
  onChoose: (query: string) => void;
}) {
  const { t } = useTranslation('archive');
  return (
    <details className={styles.examples} open={isOpen}>
      <summary>{t('search.examplesShow')}</summary>
      <ul className={styles.list}>
        {examples.map(([name, query]) => (
          <li key={name}>
            <button type="button" className={styles.example} onClick={() => onChoose(query)}>
              <code>{query}</code>
              <span>{t(`search.examples.${name}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.fields}>{t('search.fields')}</p>
    </details>
  );
}
