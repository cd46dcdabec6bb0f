import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './marked-text.module.css';
import { excerptOf, segmentsOf, type TextSpan } from './text-segments.js';

const excerptCharacters = 420;

/** A post as text, nothing else, whatever stands in it. Long ones show the part around the first find. */
export function MarkedText({ text, highlights }: { text: string; highlights: readonly TextSpan[] }) {
  const { t } = useTranslation('archive');
  const [isWhole, setWhole] = useState(false);
  const excerpt = excerptOf(text, highlights, excerptCharacters);
  const isCut = excerpt.isCutBefore || excerpt.isCutAfter;
  const segments = isWhole ? segmentsOf(text, highlights) : excerpt.segments;
  if (text.trim() === '') return <p className={styles.empty}>{t('post.empty')}</p>;
  return (
    <div>
      <p className={styles.text} dir="auto">
        {!isWhole && excerpt.isCutBefore && '… '}
        {segments.map((segment, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text do not move
          segment.isMarked ? <mark key={index}>{segment.text}</mark> : segment.text,
        )}
        {!isWhole && excerpt.isCutAfter && ' …'}
      </p>
      {isCut && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('post.showLess') : t('post.showAll')}
        </button>
      )}
    </div>
  );
}
