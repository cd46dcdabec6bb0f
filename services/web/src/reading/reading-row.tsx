import type { ReactNode } from 'react';
import { useCodeWords } from '../i18n/codes.js';
import { howSure } from './how-sure.js';
import styles from './reading.module.css';

/** One part of the reading: what it is about, and what was read. */
export function ReadingRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Sure({ confidence }: { confidence: number }) {
  const codeWords = useCodeWords();
  return <span className={styles.sure}>{codeWords('sureness', howSure(confidence))}</span>;
}

/** Words of the post in quotes: text, whatever stands in them. */
export function Quoted({ words }: { words: readonly string[] }) {
  return words.map((each, index) => (
    <span key={each}>
      {index > 0 && ', '}
      <q className={styles.quoted}>
        <bdi>{each}</bdi>
      </q>
    </span>
  ));
}
