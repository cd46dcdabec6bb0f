import type { ArchiveHit } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { usePlaces } from '../archive/place-queries.js';
import { type MentionedPlace, mentionedPlaces } from './mentioned-places.js';
import styles from './reading.module.css';
import { Quoted, ReadingRow, Sure } from './reading-row.js';

/** Which words were read as places, and between which places it stayed open. */
export function PlacesReading({ post: { text, analysis, corrections } }: { post: ArchiveHit['post'] }) {
  const { t } = useTranslation('archive');
  const mentions = mentionedPlaces(text, (corrections?.said ?? analysis).places);
  const places = usePlaces(mentions.flatMap(({ codes }) => codes));
  // Places that share their name are told apart by what they lie in.
  const nameOf = (code: string) => places.get(code)?.fullName ?? code;
  return (
    <ReadingRow name={t('correct.part.place')}>
      {mentions.length === 0 && <p className="k-muted">{t('why.noPlace')}</p>}
      <ul className={styles.reasons} data-plain>
        {mentions.map((mention) => (
          <Mention key={`${mention.words}|${mention.codes.join()}`} mention={mention} nameOf={nameOf} />
        ))}
      </ul>
      {corrections?.labels.some(({ part }) => part === 'place') && <p>{t('why.correctedPlace')}</p>}
      {analysis.learned?.includes('place') && <p>{t('why.learned')}</p>}
    </ReadingRow>
  );
}

function Mention({
  mention: { words, codes, confidence },
  nameOf,
}: {
  mention: MentionedPlace;
  nameOf: (code: string) => string;
}) {
  const { t } = useTranslation('archive');
  const [first = ''] = codes;
  return (
    <li>
      {words.trim() === '' ? t('why.unnamed') : <Quoted words={[words]} />}
      {': '}
      {codes.length === 1 ? (
        <>
          <strong>
            <bdi>{nameOf(first)}</bdi>
          </strong>{' '}
          <Sure confidence={confidence} />
        </>
      ) : (
        <>
          {t('why.open')}
          <ul className={styles.candidates}>
            {codes.map((code) => (
              <li key={code}>
                <bdi>{nameOf(code)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}
