import type { CheckView } from '@kentongan/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePlaceNames } from '../archive/place-queries.js';
import { ResultCard } from '../archive/result-card.js';
import { useFormat } from '../format/use-format.js';
import { useCodeWords } from '../i18n/codes.js';
import { postsQuery } from '../posts/posts-query.js';
import { useRegion } from '../session/region.js';
import { OuterLink } from '../ui/outer-link.js';
import styles from './check-page.module.css';
import { FactMatch } from './fact-match.js';
import { OpenIssue } from './open-issue.js';

const matchesShown = 3;

export function CheckResult({ view }: { view: CheckView }) {
  const { t } = useTranslation('check');
  const { matches, link } = view;
  return (
    <div className={styles.result}>
      <div className={styles.main}>
        {link && (
          <p className={`${styles.panel} k-panel`}>
            {t('read')} <OuterLink href={link.url}>{link.title ?? link.url}</OuterLink>
          </p>
        )}
        {matches.length === 0 && <NoMatch text={view.text} />}
        {matches.slice(0, matchesShown).map((match) => (
          <FactMatch key={match.factId} match={match} text={view.text} />
        ))}
      </div>
      <aside className={styles.side}>
        <OpenIssue view={view} />
        <Findings view={view} />
      </aside>
      <div className={styles.similar}>
        <SimilarPosts view={view} />
      </div>
    </div>
  );
}

/** Nothing in the memory says nothing about the text: said plainly, so that nobody passes it on as true. */
function NoMatch({ text }: { text: string }) {
  const { t } = useTranslation('check');
  return (
    <section className={`${styles.panel} k-panel`}>
      <h2 className={styles.subTitle}>{t('noMatch.title')}</h2>
      <p>{t('noMatch.words')}</p>
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </section>
  );
}

/** What the analyzer says about the text, each with how sure it is. */
function Findings({ view: { analysis } }: { view: CheckView }) {
  const { t } = useTranslation('check');
  const words = useCodeWords();
  const format = useFormat();
  const codes = analysis.places.map((place) => place.codes[0] ?? '');
  const names = usePlaceNames(codes);
  const sure = (confidence: number) => t('sure', { percent: format.percent(confidence, 0) });
  const rows: readonly (readonly [string, string])[] = [
    ['places', [...new Set(codes)].map(names).join(', ') || t('none')],
    ['postType', `${words('postType', analysis.postType.label)} ${sure(analysis.postType.confidence)}`],
    ['subjects', analysis.subjects.map((subject) => words('subject', subject)).join(', ') || t('none')],
    ['sentiment', `${words('sentiment', analysis.sentiment.label)} ${sure(analysis.sentiment.confidence)}`],
    ['language', words('language', analysis.language.code)],
    ['watchRules', analysis.watchRules.join(', ') || t('none')],
  ];
  return (
    <section className={`${styles.panel} k-panel`}>
      <h2 className={styles.subTitle}>{t('findings.title')}</h2>
      <dl className={styles.findings}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`findings.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The same text elsewhere, else what resembles the same fact-check. */
function SimilarPosts({ view: { analysis, matches } }: { view: CheckView }) {
  const { t } = useTranslation('check');
  const { regionId } = useRegion();
  const factId = matches[0]?.factId;
  const selection = analysis.nearCopyKey
    ? { nearCopy: [analysis.nearCopyKey] }
    : factId
      ? { fact: [factId] }
      : null;
  const posts = useQuery({ ...postsQuery(regionId, selection ?? {}), enabled: selection !== null });
  const hits = posts.data?.hits ?? [];
  const names = usePlaceNames(
    hits.flatMap(({ post }) => post.analysis.places.map(({ codes }) => codes[0] ?? '')),
  );
  return (
    <section className={`${styles.panel} k-panel`}>
      <h2 className={styles.subTitle}>{t('similar.title')}</h2>
      {(selection === null || (posts.data && hits.length === 0)) && (
        <p className="k-muted">{t('similar.none')}</p>
      )}
      <div className={styles.posts}>
        {hits.map((hit) => (
          <ResultCard
            key={hit.post.postId}
            hit={hit}
            placeName={names}
            platformName={(platform) => platform}
          />
        ))}
      </div>
    </section>
  );
}
