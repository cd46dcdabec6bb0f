import type { ArchiveHit, PostPart } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../i18n/codes.js';
import { MatchReading } from './match-reading.js';
import { PlacesReading } from './places-reading.js';
import styles from './reading.module.css';
import { Quoted, ReadingRow, Sure } from './reading-row.js';

type Post = ArchiveHit['post'];

/** How the program read one post, part by part, in words an officer can judge. Of the text, never of who wrote it. */
export function PostReading({ id, post }: { id: string; post: Post }) {
  const { t } = useTranslation('archive');
  return (
    <section id={id} className={styles.reading} aria-label={t('why.title')}>
      <dl className={styles.rows}>
        <TypeReading post={post} />
        <SentimentReading post={post} />
        <PlacesReading post={post} />
        <LanguageReading post={post} />
        <MatchReading match={post.analysis.hoaxMatch} />
      </dl>
      <p className={styles.note}>{t('why.note')}</p>
    </section>
  );
}

function TypeReading({ post }: { post: Post }) {
  const { t } = useTranslation('archive');
  const codeWords = useCodeWords();
  const { label, confidence, reasons = [] } = (post.corrections?.said ?? post.analysis).postType;
  return (
    <ReadingRow name={t('correct.part.postType')}>
      {label === 'undecided' ? (
        <p>{t('why.undecided')}</p>
      ) : (
        <p>
          {t('why.readAs')} <strong>{codeWords('postType', label)}</strong> <Sure confidence={confidence} />
        </p>
      )}
      <ul className={styles.reasons}>
        {reasons.map(({ code, words }) => (
          <li key={code}>
            {codeWords('postTypeReason', code)}
            {words.length > 0 && ': '}
            <Quoted words={words} />
          </li>
        ))}
      </ul>
      {label !== 'undecided' && reasons.length === 0 && !isTaught(post, 'postType') && (
        <p className="k-muted">{t('why.noReasons')}</p>
      )}
      <Taught post={post} part="postType" />
    </ReadingRow>
  );
}

function SentimentReading({ post }: { post: Post }) {
  const { t } = useTranslation('archive');
  const codeWords = useCodeWords();
  const { label, confidence } = (post.corrections?.said ?? post.analysis).sentiment;
  return (
    <ReadingRow name={t('correct.part.sentiment')}>
      <p>
        {t('why.readAs')} <strong>{codeWords('sentiment', label)}</strong> <Sure confidence={confidence} />
      </p>
      <ul className={styles.reasons}>
        {post.analysis.sentimentTowards?.map(({ start, end, name, ...towards }) => (
          <li key={`${start}:${name}`}>
            {t('why.towards')} <Quoted words={[post.text.slice(start, end) || name]} />
            {': '}
            <strong>{codeWords('sentiment', towards.label)}</strong> <Sure confidence={towards.confidence} />
          </li>
        ))}
      </ul>
      <Taught post={post} part="sentiment" />
    </ReadingRow>
  );
}

function LanguageReading({ post }: { post: Post }) {
  const { t } = useTranslation('archive');
  const codeWords = useCodeWords();
  const { code, confidence, mixedWith } = (post.corrections?.said ?? post.analysis).language;
  return (
    <ReadingRow name={t('correct.part.language')}>
      <p>
        <strong>{codeWords('language', code)}</strong>
        {mixedWith !== undefined && ` ${t('why.mixedWith', { language: codeWords('language', mixedWith) })}`}{' '}
        {code !== 'und' && <Sure confidence={confidence} />}
      </p>
      <Taught post={post} part="language" />
    </ReadingRow>
  );
}

const isTaught = ({ analysis }: Post, part: PostPart): boolean => analysis.learned?.includes(part) ?? false;

/** Where a label is not the models': what an officer said of this post, or of one like it. */
function Taught({ post, part }: { post: Post; part: 'postType' | 'sentiment' | 'language' }) {
  const { t } = useTranslation('archive');
  const codeWords = useCodeWords();
  const corrected = post.corrections?.labels.find((each) => each.part === part);
  if (corrected && corrected.part !== 'place')
    return <p>{t('why.corrected', { label: codeWords(part, corrected.label) })}</p>;
  return isTaught(post, part) ? <p>{t('why.learned')}</p> : null;
}
