import type { ArchiveHit, PostLabel, PostType, SentimentLabel } from '@kentongan/contracts';
import { Modal, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../i18n/codes.js';
import styles from './corrections.module.css';
import { PlaceRows } from './place-rows.js';
import { saidOf, standingOf } from './said-of.js';
import { useCorrectPost } from './use-correct-post.js';

type Post = ArchiveHit['post'];

const postTypes = [
  'complaint',
  'question',
  'criticism',
  'support',
  'news',
  'officialInfo',
  'other',
] as const satisfies readonly PostType[];
const sentiments = ['negative', 'neutral', 'positive'] as const satisfies readonly SentimentLabel[];
const languages = [
  'id',
  'jv',
  'su',
  'mad',
  'min',
  'ban',
  'bjn',
  'ace',
  'bug',
  'nij',
  'bbc',
  'ms',
  'en',
  'ar',
  'und',
];
const excerptCharacters = 220;

/** What the program said of one post, each part to be put right. A choice holds at once and can be taken back. */
export default function CorrectionDialog({
  post,
  placeName,
  isOpen,
  onClose,
}: {
  post: Post;
  placeName: (code: string) => string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation(['archive', 'common']);
  const words = useCodeWords();
  const { correct, undo } = useCorrectPost();
  const { language, sentiment, postType } = post.analysis;
  const excerpt =
    post.text.length > excerptCharacters ? `${post.text.slice(0, excerptCharacters)}…` : post.text;
  const part = <Label extends Exclude<PostLabel, { part: 'place' }>>(
    name: Label['part'],
    labels: readonly string[],
    shown: string,
  ) => (
    <LabelSelect
      post={post}
      name={name}
      shown={shown}
      labels={labels}
      wordsOf={(label) => words(name, label)}
      onChoose={(label) => correct(post, { part: name, label } as PostLabel)}
      onUndo={() => undo(post, { part: name, label: shown } as PostLabel)}
    />
  );
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('correct.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className={styles.dialog}>
        <blockquote className={styles.excerpt} dir="auto">
          {excerpt}
        </blockquote>
        {part('postType', postTypes, postType.label)}
        {part('sentiment', sentiments, sentiment.label)}
        <PlaceRows post={post} placeName={placeName} correct={correct} undo={undo} />
        {part('language', languages, language.code)}
        <p className={styles.note}>{t('correct.note')}</p>
      </div>
    </Modal>
  );
}

function LabelSelect({
  post,
  name,
  shown,
  labels,
  wordsOf,
  onChoose,
  onUndo,
}: {
  post: Post;
  name: 'language' | 'sentiment' | 'postType';
  shown: string;
  labels: readonly string[];
  wordsOf: (label: string) => string;
  onChoose: (label: string) => void;
  onUndo: () => void;
}) {
  const { t } = useTranslation('archive');
  const label = { part: name, label: shown } as PostLabel;
  const isCorrected = standingOf(post, label) !== null;
  const choices = labels.includes(shown) ? labels : [shown, ...labels];
  return (
    <div className={styles.part}>
      <NativeSelect
        label={t(`correct.part.${name}`)}
        value={shown}
        data={choices.map((value) => ({ value, label: wordsOf(value) }))}
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
      {isCorrected && (
        <p className={styles.said} role="status">
          {t('correct.said', { said: wordsOf(saidOf(post, label) ?? '') })}
          <button type="button" className={styles.back} onClick={onUndo}>
            {t('correct.undo')}
          </button>
        </p>
      )}
    </div>
  );
}
