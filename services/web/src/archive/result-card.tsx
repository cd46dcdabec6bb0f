import type { ArchiveHit } from '@kentongan/contracts';
import { IconCopy, IconExternalLink, IconHelpCircle } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CorrectButton } from '../corrections/correct-button.js';
import { CorrectionMarks } from '../corrections/correction-marks.js';
import { useFormat } from '../format/use-format.js';
import { PostReading } from '../reading/post-reading.js';
import { useRegion } from '../session/region.js';
import { ExactTime } from '../ui/exact-time.js';
import { isWebAddress, OuterLink } from '../ui/outer-link.js';
import { CopiesList } from './copies-list.js';
import { MarkedText } from './marked-text.js';
import { PostChips } from './post-chips.js';
import styles from './result-card.module.css';

/** One post, or one text with its copies folded behind it. */
export function ResultCard({
  hit,
  placeName,
  platformName,
}: {
  hit: ArchiveHit;
  placeName: (code: string) => string;
  platformName: (platform: string) => string;
}) {
  const { t } = useTranslation('archive');
  const format = useFormat();
  const region = useRegion();
  const copiesId = useId();
  const readingId = useId();
  const [isOpen, setOpen] = useState(false);
  const [isReadingOpen, setReadingOpen] = useState(false);
  const { post, highlights, copies } = hit;
  return (
    <article className={styles.card}>
      <header className={styles.head}>
        <Author post={post} platformName={platformName} />
        <ExactTime at={post.createdAt} isHistorical={region.mode === 'historical'} />
      </header>
      <MarkedText text={post.text} highlights={highlights} />
      <PostChips analysis={post.analysis} placeName={placeName} />
      <CorrectionMarks post={post} />
      <footer className={styles.foot}>
        {copies > 0 && (
          <button
            type="button"
            className={styles.action}
            aria-expanded={isOpen}
            aria-controls={copiesId}
            onClick={() => setOpen(!isOpen)}
          >
            <IconCopy size={18} aria-hidden="true" />
            {isOpen
              ? t('post.copiesHide')
              : t('post.copies', { count: copies, number: format.number(copies) })}
          </button>
        )}
        {post.url !== undefined && isWebAddress(post.url) && (
          <span className={styles.action}>
            <OuterLink href={post.url}>{t('post.original')}</OuterLink>
            <IconExternalLink size={16} aria-hidden="true" />
          </span>
        )}
        <button
          type="button"
          className={styles.action}
          aria-expanded={isReadingOpen}
          aria-controls={readingId}
          onClick={() => setReadingOpen(!isReadingOpen)}
        >
          <IconHelpCircle size={18} aria-hidden="true" />
          {t('why.action')}
        </button>
        <CorrectButton post={post} placeName={placeName} className={styles.action} />
        <Reach post={post} />
      </footer>
      {isReadingOpen && <PostReading id={readingId} post={post} />}
      {isOpen && (
        <CopiesList
          id={copiesId}
          nearCopyKey={post.analysis.nearCopyKey}
          shownPostId={post.postId}
          platformName={platformName}
        />
      )}
    </article>
  );
}

/** Names only of accounts that speak for an office or a newspaper; citizens have none here. */
function Author({
  post,
  platformName,
}: {
  post: ArchiveHit['post'];
  platformName: (platform: string) => string;
}) {
  const { t } = useTranslation('archive');
  const kind = post.authorKind === 'official' || post.authorKind === 'press' ? post.authorKind : null;
  return (
    <span className={styles.author}>
      <bdi className={styles.platform}>{platformName(post.platform)}</bdi>
      {kind !== null && post.authorName !== undefined && <bdi>{post.authorName}</bdi>}
      {kind !== null && <span className={styles.kind}>{t(`post.${kind}`)}</span>}
    </span>
  );
}

function Reach({ post: { likes, retweets, replies, views } }: { post: ArchiveHit['post'] }) {
  const { t } = useTranslation('archive');
  const format = useFormat();
  const isTouched = (likes ?? 0) + (retweets ?? 0) + (replies ?? 0) > 0;
  const parts = [
    isTouched &&
      t('post.reach', {
        likes: format.number(likes ?? 0),
        shares: format.number(retweets ?? 0),
        replies: format.number(replies ?? 0),
      }),
    views !== undefined && views > 0 && t('post.views', { views: format.number(views) }),
  ].filter((part) => typeof part === 'string');
  if (parts.length === 0) return null;
  return <span className={styles.reach}>{parts.join(' · ')}</span>;
}
