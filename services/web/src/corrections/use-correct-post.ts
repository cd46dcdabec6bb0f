import type { ArchiveHit, CorrectionView, PostLabel } from '@kentongan/contracts';
import { correctPost, uncorrectPost } from '@kentongan/contracts/correct-post';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { messageOf } from '../api/failure.js';
import { useNotices } from '../frame/notices.js';
import { useLanguage } from '../i18n/use-language.js';
import { useRegion } from '../session/region.js';
import { changePost } from './cached-posts.js';
import { isProgramsWord, saidOf, standingOf } from './said-of.js';

type Post = ArchiveHit['post'];

const undoSeconds = 10;

export interface Correcting {
  readonly correct: (post: Post, label: PostLabel) => void;
  readonly undo: (post: Post, label: PostLabel) => void;
}

/**
 * A person's word on a post: shown at once, sent in the background, with one tap to take it back. Refused or out of
 * reach, the post goes back to what it was, and it is said why.
 */
export function useCorrectPost(): Correcting {
  const { t } = useTranslation('archive');
  const { notices, say, take } = useSteps();
  const undo = useCallback(
    (post: Post, label: PostLabel) => {
      const before = standingOf(post, label);
      const sent = take(post, label);
      const back = () => void sent.then((isDone) => isDone && before && say(post, before)).catch(() => {});
      notices.show({
        words: t('correct.undone'),
        tone: 'calm',
        seconds: undoSeconds,
        action: { label: t('correct.redo'), run: back },
      });
    },
    [notices, say, take, t],
  );
  const correct = useCallback(
    (post: Post, label: PostLabel) => {
      const before = standingOf(post, label);
      if (isProgramsWord(post, label)) {
        if (before) undo(post, label);
        return;
      }
      const sent = say(post, label);
      const back = () =>
        void sent
          .then((isDone) => isDone && (before ? say(post, before) : take(post, label)))
          .catch(() => {});
      const close = notices.show({
        words: t('correct.done', { part: t(`correct.part.${label.part}`) }),
        tone: 'calm',
        seconds: undoSeconds,
        action: { label: t('correct.undo'), run: back },
      });
      sent.then((isDone) => !isDone && close()).catch(() => {});
    },
    [notices, say, take, undo, t],
  );
  return { correct, undo };
}

/** The two calls, each shown before it is answered; they resolve to whether it was done. */
function useSteps() {
  const { regionId: region } = useRegion();
  const queries = useQueryClient();
  const notices = useNotices();
  const language = useLanguage();
  const step = useCallback(
    async (
      post: Post,
      change: (post: Post) => Post,
      call: () => Promise<CorrectionView>,
    ): Promise<boolean> => {
      changePost(queries, region, post.postId, change);
      try {
        await call();
        await queries.invalidateQueries({ queryKey: ['quality', region] });
        return true;
      } catch (error) {
        changePost(queries, region, post.postId, () => post);
        notices.problem(messageOf(error, language));
        return false;
      }
    },
    [queries, region, notices, language],
  );
  const say = useCallback(
    (post: Post, label: PostLabel) => {
      const { postId, firstCreatedAt, text } = post;
      const body = { region, postId, firstCreatedAt, text, label, said: saidOf(post, label) };
      const dated = { ...label, at: new Date().toISOString() };
      return step(
        post,
        (each) => correctPost(each, dated),
        () => answer(client.POST('/api/corrections', { body })),
      );
    },
    [region, step],
  );
  const take = useCallback(
    (post: Post, label: PostLabel) => {
      const body = { region, postId: post.postId, label };
      return step(
        post,
        (each) => uncorrectPost(each, label),
        () => answer(client.POST('/api/corrections/undo', { body })),
      );
    },
    [region, step],
  );
  return { notices, say, take };
}
