import type { IssueCard, PostsSelection } from '@kentongan/contracts';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePlaceNames } from '../../archive/place-queries.js';
import { ResultCard } from '../../archive/result-card.js';
import { postsQuery } from '../../posts/posts-query.js';
import { Failure } from '../../ui/failure.js';
import { Panel } from '../panel.js';
import styles from './story.module.css';

/** The issue's posts from the archive, newest first, copies folded; all of them are one tap away. */
export function RelatedPosts({ card, selection }: { card: IssueCard; selection: PostsSelection }) {
  const { t } = useTranslation('issue');
  const posts = useQuery(postsQuery(card.regionId, selection));
  const hits = posts.data?.hits ?? [];
  const names = usePlaceNames(
    hits.flatMap(({ post }) => post.analysis.places.map(({ codes }) => codes[0] ?? '')),
  );
  return (
    <Panel
      title={t('posts.title')}
      aside={
        <Link to="/arsip" search={archiveAddress(selection)}>
          {t('posts.all')}
        </Link>
      }
    >
      {posts.isPending && <Skeleton height={180} />}
      {posts.isError && <Failure error={posts.error} onRetry={() => posts.refetch()} />}
      {posts.data && hits.length === 0 && <p className="k-muted">{t('posts.none')}</p>}
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
    </Panel>
  );
}

function archiveAddress(selection: PostsSelection): Record<string, string | string[]> {
  const { from, to, ...rest } = selection;
  const address: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) address[name] = value;
  address['period'] = from || to ? 'custom' : 'all';
  if (from) address['from'] = from;
  if (to) address['to'] = to;
  return address;
}
