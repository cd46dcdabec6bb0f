import type { ArchiveHit } from '@kentongan/contracts';
import { IconMoodNeutral, IconMoodSad, IconMoodSmile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../i18n/codes.js';
import { factName } from './fact-name.js';
import styles from './post-chips.module.css';
import { useFact } from './use-fact.js';

type Analysis = ArchiveHit['post']['analysis'];

const moodIcons = { positive: IconMoodSmile, neutral: IconMoodNeutral, negative: IconMoodSad };
const placesShown = 3;

/** What the analysis says of a post: type, mood, places, resemblance. Each a word, never a colour alone. */
export function PostChips({
  analysis,
  placeName,
}: {
  analysis: Analysis;
  placeName: (code: string) => string;
}) {
  const codeWords = useCodeWords();
  const Mood = moodIcons[analysis.sentiment.label];
  const places = [...new Set(analysis.places.map((place) => place.codes[0] ?? ''))].filter(Boolean);
  return (
    <ul className={styles.chips}>
      {analysis.hoaxMatch && <Resemblance match={analysis.hoaxMatch} />}
      {analysis.postType.label !== 'undecided' && (
        <li className={styles.chip}>{codeWords('postType', analysis.postType.label)}</li>
      )}
      <li className={styles.chip} data-sentiment={analysis.sentiment.label}>
        <Mood size={16} aria-hidden="true" />
        {codeWords('sentiment', analysis.sentiment.label)}
      </li>
      {places.slice(0, placesShown).map((code) => (
        <li key={code} className={styles.chip}>
          <bdi>{placeName(code)}</bdi>
        </li>
      ))}
      {places.length > placesShown && <li className={styles.chip}>+{places.length - placesShown}</li>}
    </ul>
  );
}

/** It says what a post looks like, never what it is. */
function Resemblance({ match }: { match: NonNullable<Analysis['hoaxMatch']> }) {
  const { t } = useTranslation('archive');
  const codeWords = useCodeWords();
  const { data: fact } = useFact(match.factId);
  return (
    <li className={styles.chip} data-resembles title={codeWords('hoaxLevel', match.level)}>
      <span className={styles.words}>
        {fact ? t('post.resemblesNamed', { title: factName(fact.fact.title) }) : t('post.resembles')}
      </span>
    </li>
  );
}
