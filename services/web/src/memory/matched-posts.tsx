import type { ArchiveHit, FactJudgements, FactView, HoaxMatchLevel } from '@kentongan/contracts';
import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { messageOf } from '../api/failure.js';
import { useFormat } from '../format/use-format.js';
import { useNotices } from '../frame/notices.js';
import { useCodeWords } from '../i18n/codes.js';
import { useLanguage } from '../i18n/use-language.js';
import { useRegion } from '../session/region.js';
import { useSession } from '../session/session.js';
import { ExactTime } from '../ui/exact-time.js';
import { Failure } from '../ui/failure.js';
import styles from './memory.module.css';
import { judgementsQuery, precisionQuery, useMatchedPosts } from './memory-queries.js';

const judgingRoles: ReadonlySet<string> = new Set(['officer', 'analyst', 'admin']);

/** The texts that resembled this fact; a person says of each whether it is about it, and how often that was so. */
export function MatchedPosts({ view }: { view: FactView }) {
  const { t } = useTranslation('memory');
  const { regionId } = useRegion();
  const factIds = [view.fact.factId, ...view.duplicates.map(({ factId }) => factId)];
  const posts = useMatchedPosts(regionId, factIds);
  const judgements = useQuery(judgementsQuery(regionId, view.fact.factId));
  const isPending = posts.isPending || judgements.isPending;
  return (
    <section className={`${styles.panel} k-panel`}>
      <h2 className={styles.subTitle}>{t('matches.title')}</h2>
      {judgements.data && <Agreement judgements={judgements.data} />}
      {isPending && <Skeleton height={160} />}
      {posts.isError && <Failure error={posts.error} onRetry={() => posts.refetch()} />}
      {judgements.isError && <Failure error={judgements.error} onRetry={() => judgements.refetch()} />}
      {posts.data?.hits.length === 0 && <p className="k-muted">{t('matches.none')}</p>}
      {posts.data && judgements.data && (
        <ul>
          {posts.data.hits.map((hit) => (
            <MatchedPost
              key={hit.post.postId}
              hit={hit}
              factId={view.fact.factId}
              judgements={judgements.data}
            />
          ))}
        </ul>
      )}
      {(posts.data?.hits.length ?? 0) > 0 && (
        <p>
          <Link to="/arsip" search={{ fact: factIds.join(',') }}>
            {t('matches.all')}
          </Link>
        </p>
      )}
    </section>
  );
}

function Agreement({ judgements: { levels, issues } }: { judgements: FactJudgements }) {
  const { t } = useTranslation('memory');
  const words = useCodeWords();
  const format = useFormat();
  const decided = issues.agreed + issues.disagreed;
  return (
    <ul className={styles.agreement}>
      {levels.map(({ level, agreed, disagreed }) => (
        <li key={level}>
          {words('hoaxLevel', level)}:{' '}
          <strong>
            {t('matches.share', { agreed: format.number(agreed), all: format.number(agreed + disagreed) })}
          </strong>
        </li>
      ))}
      {decided + issues.open > 0 && (
        <li>
          {t('matches.issues')}:{' '}
          {decided > 0 && (
            <strong>
              {t('matches.share', {
                agreed: format.number(issues.agreed),
                all: format.number(decided),
              })}
            </strong>
          )}
          {decided > 0 && issues.open > 0 && ' · '}
          {issues.open > 0 && t('matches.open', { number: format.number(issues.open) })}
        </li>
      )}
      {levels.length === 0 && <li className="k-muted">{t('matches.unjudged')}</li>}
    </ul>
  );
}

interface Judged {
  readonly hit: ArchiveHit;
  readonly factId: string;
  readonly judgements: FactJudgements;
}

function MatchedPost({ hit: { post, copies }, factId, judgements }: Judged) {
  const { t } = useTranslation('memory');
  const words = useCodeWords();
  const format = useFormat();
  const region = useRegion();
  const { user } = useSession();
  const level = post.analysis.hoaxMatch?.level ?? 'related';
  const said = judgements.posts.find(({ postId }) => postId === post.postId) ?? null;
  const judge = useJudge(factId);
  return (
    <li className={styles.match}>
      <p className={styles.meta}>
        <span>{words('hoaxLevel', level)}</span>
        <ExactTime at={post.createdAt} isHistorical={region.mode === 'historical'} />
        {copies > 0 && <span>{t('matches.copies', { number: format.number(copies) })}</span>}
      </p>
      <p className={styles.postText} dir="auto">
        {post.text}
      </p>
      {judgingRoles.has(user.role) && (
        <fieldset className={styles.buttons} aria-label={t('matches.question')}>
          {[true, false].map((agrees) => (
            <Button
              key={String(agrees)}
              variant={said?.agrees === agrees ? 'filled' : 'default'}
              mih={44}
              aria-pressed={said?.agrees === agrees}
              disabled={judge.isPending}
              onClick={() =>
                judge.mutate({ postId: post.postId, level, agrees: said?.agrees === agrees ? null : agrees })
              }
            >
              {t(agrees ? 'matches.yes' : 'matches.no')}
            </Button>
          ))}
        </fieldset>
      )}
    </li>
  );
}

function useJudge(factId: string) {
  const { regionId } = useRegion();
  const queries = useQueryClient();
  const notices = useNotices();
  const language = useLanguage();
  return useMutation({
    mutationFn: (given: { postId: string; level: HoaxMatchLevel; agrees: boolean | null }) =>
      answer(
        client.PUT('/api/facts/{factId}/judgements', {
          params: { path: { factId } },
          body: { region: regionId, ...given },
        }),
      ),
    onSuccess: async (judgements) => {
      queries.setQueryData(judgementsQuery(regionId, factId).queryKey, judgements);
      await queries.invalidateQueries({ queryKey: precisionQuery(regionId).queryKey });
    },
    onError: (error) => notices.problem(messageOf(error, language)),
  });
}
