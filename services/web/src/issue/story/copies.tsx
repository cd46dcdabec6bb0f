import { copiesMinutes, type SignalCopies } from '@kentongan/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { emptySearch, recordOfState } from '../../archive/search-state.js';
import { windowWords } from '../../desk/why-now.js';
import { useFormat } from '../../format/use-format.js';
import styles from './story.module.css';

/** One text that many of the posts pass on: how many, how fast, from where, and the first of them. A fact about posts. */
export function Copies({ copies }: { copies: SignalCopies }) {
  const { t } = useTranslation('issue');
  const { t: desk } = useTranslation('desk');
  const format = useFormat();
  const { posts, accounts, distinctSources, firstPost, rush, textKeys } = copies;
  const minutes = copiesMinutes(copies);
  const accountWords = (count: number) => t('copies.accounts', { count, number: format.number(count) });
  const parts = [
    ...(accounts > 0 ? [accountWords(accounts)] : []),
    ...(distinctSources > 0
      ? [t('copies.sources', { count: distinctSources, number: format.number(distinctSources) })]
      : []),
  ];
  const isFaster = rush && rush.minutes < minutes;
  return (
    <div className={styles.quotes}>
      <p>
        {t('copies.sentence', {
          number: format.number(posts),
          window: windowWords(wholeWindow(minutes), desk),
        })}
        {parts.length > 0 && `, ${parts.join(', ')}`}
        {isFaster &&
          `; ${t('copies.rush', {
            number: format.number(rush.posts),
            accounts: accountWords(rush.accounts),
            window: windowWords(rush.minutes, desk),
          })}`}
        {`; ${t('copies.first')} `}
        <time dateTime={firstPost.createdAt}>{format.shortDateTime(firstPost.createdAt)}</time>:
      </p>
      <blockquote className={styles.quote} dir="auto">
        {firstPost.excerpt}
      </blockquote>
      {textKeys.length > 0 && (
        <Link
          to="/arsip"
          search={recordOfState({ ...emptySearch, period: 'all', filters: { nearCopy: textKeys } })}
        >
          {t('copies.all')}
        </Link>
      )}
    </div>
  );
}

const hourMinutes = 60;

/** Past two hours nobody counts minutes. */
const wholeWindow = (minutes: number): number =>
  minutes < 2 * hourMinutes ? minutes : Math.round(minutes / hourMinutes) * hourMinutes;
