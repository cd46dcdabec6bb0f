import type { CheckView } from '@kentongan/contracts';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { factName } from '../archive/fact-name.js';
import { MarkedText } from '../archive/marked-text.js';
import { useFormat } from '../format/use-format.js';
import { useCodeWords } from '../i18n/codes.js';
import { OuterLink } from '../ui/outer-link.js';
import styles from './check-page.module.css';
import { ToldBefore } from './told-before.js';
import { spansOfWords } from './word-spans.js';

type Match = CheckView['matches'][number];

/** The text beside the fact-check it resembles; the words that tie them are marked in both. */
export function FactMatch({ match, text }: { match: Match; text: string }) {
  const { t } = useTranslation('check');
  const words = useCodeWords();
  const format = useFormat();
  const { data, isPending } = useQuery({
    queryKey: ['fact', match.factId],
    queryFn: () => answer(client.GET('/api/facts/{factId}', { params: { path: { factId: match.factId } } })),
    staleTime: 10 * 60_000,
  });
  const fact = data?.fact;
  const mark = (each: string) => (
    <MarkedText text={each} highlights={spansOfWords(each, match.matchedWords)} />
  );
  return (
    <section className={`${styles.panel} k-panel`} data-level={match.level}>
      <p className={styles.level}>
        {words('hoaxLevel', match.level)} · {t('score', { percent: format.percent(match.score, 0) })}
      </p>
      {isPending && <Skeleton height={28} width="70%" />}
      <h2 className={styles.factTitle}>
        <bdi>{fact ? factName(fact.title) : match.factId}</bdi>
      </h2>
      {fact?.conclusion && (
        <p dir="auto" className={styles.conclusion}>
          {fact.conclusion}
        </p>
      )}
      <p className="k-muted">
        {fact?.publisher && <bdi>{fact.publisher}</bdi>} {fact?.publishedAt && format.date(fact.publishedAt)}{' '}
        {fact?.url && <OuterLink href={fact.url}>{t('readFact')}</OuterLink>}
      </p>
      <ToldBefore factId={match.factId} />
      <div className={styles.aligned}>
        <div>
          <h3 className={styles.alignedTitle}>{t('pasted')}</h3>
          {mark(text)}
        </div>
        {fact?.hoaxText && (
          <div>
            <h3 className={styles.alignedTitle}>{t('circulated')}</h3>
            {mark(fact.hoaxText)}
          </div>
        )}
      </div>
    </section>
  );
}
