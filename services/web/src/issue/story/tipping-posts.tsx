import type { Signal } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { Panel } from '../panel.js';
import styles from './story.module.css';

const samplesShown = 3;

/** The first post, the one that tipped it and a few between: as text, whatever stands in them. */
export function TippingPosts({ signal }: { signal: Signal }) {
  const { t } = useTranslation('issue');
  const format = useFormat();
  const posts = distinct([
    signal.firstPost,
    signal.tippingPost,
    ...signal.samplePosts.slice(0, samplesShown),
  ]);
  const role = (postId: string) => {
    if (postId === signal.tippingPost.postId) return t('posts.tipping');
    return postId === signal.firstPost.postId ? t('posts.first') : null;
  };
  return (
    <Panel title={t('posts.tipped')}>
      <ul className={styles.quotes}>
        {posts.map(({ postId, createdAt, excerpt }) => (
          <li key={postId} className={styles.quote} data-tipping={postId === signal.tippingPost.postId}>
            <span className={styles.quoteHead}>
              <time dateTime={createdAt}>{format.shortDateTime(createdAt)}</time>
              {role(postId) && <strong>{role(postId)}</strong>}
            </span>
            <p dir="auto">{excerpt}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Oldest first, each post once. */
function distinct(posts: readonly Signal['firstPost'][]): Signal['firstPost'][] {
  const byId = new Map(posts.map((post) => [post.postId, post]));
  return [...byId.values()].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}
