import type { ArchiveHit } from '@kentongan/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { factName } from '../archive/fact-name.js';
import { useFact } from '../archive/use-fact.js';
import { useCodeWords } from '../i18n/codes.js';
import { Quoted, ReadingRow } from './reading-row.js';

/** Which fact-check a text resembles, how closely, and what it does with the claim. No verdict on the post. */
export function MatchReading({ match }: { match: ArchiveHit['post']['analysis']['hoaxMatch'] }) {
  const { t } = useTranslation('archive');
  return (
    <ReadingRow name={t('why.match')}>
      {match ? <Match match={match} /> : <p className="k-muted">{t('why.noMatch')}</p>}
    </ReadingRow>
  );
}

function Match({
  match: { factId, level, stance, matchedWords },
}: {
  match: NonNullable<ArchiveHit['post']['analysis']['hoaxMatch']>;
}) {
  const { t } = useTranslation('archive');
  const codeWords = useCodeWords();
  const { data: fact } = useFact(factId);
  return (
    <>
      <p>
        <strong>{codeWords('matchLevel', level)}</strong>
        {fact && (
          <>
            {': '}
            <Link to="/memori/$factId" params={{ factId }}>
              <bdi>{factName(fact.fact.title)}</bdi>
            </Link>
          </>
        )}
      </p>
      {stance && <p>{codeWords('stance', stance)}</p>}
      {matchedWords.length > 0 && (
        <p>
          {t('why.matchedWords')} <Quoted words={[...new Set(matchedWords)]} />
        </p>
      )}
    </>
  );
}
