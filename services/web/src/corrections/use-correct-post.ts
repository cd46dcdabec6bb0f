import type { ArchiveHit, CorrectionView, PostLabel } from '@kentongan/contracts';
import { correctPost, uncorrectPost } from '@kentongan/contracts/correct-post';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { answer, client } from '../api/client.js';
import { messageOf } from '../api/failure.js';
import { useNotices } from '../frame/notices.js';
import { useLanguage } from '../i18n/use-language.js';
import { useRegion } from '../session/region.js';
import { changePost } from './cached-posts.js';
import { isProgramsWord, saidOf, standingOf } from './said-of.js';

type Post = ArchiveHit['post'];

export interface Correcting {
  /** The program's own word, chosen again, takes the correction back. */
  readonly correct: (post: Post, label: PostLabel) => void;
  readonly undo: (post: Post, label: PostLabel) => void;
}

/**
 * A person's word on a post: shown at once, sent in the background. Refused or out of reach, the post goes back to what
 * it was, and it is said why.
 */
export function useCorrectPost(): Correcting {
  const { regionId: region } = useRegion();
  const queries = useQueryClient();
  const notices = useNotices();
  const language = useLanguage();
  const step = useCallback(
    async (post: Post, change: (post: Post) => Post, call: () => Promise<CorrectionView>): Promise<void> => {
      changePost(queries, region, post.postId, change);
      try {
        await call();
        await queries.invalidateQueries({ queryKey: ['quality', region] });
      } catch (error) {
        changePost(queries, region, post.postId, () => post);
        notices.problem(messageOf(error, language));
      }
    },
    [queries, region, notices, language],
  );
  return useMemo(() => {
    const undo = (post: Post, label: PostLabel): void => {
      const body = { region, postId: post.postId, label };
      const call = () => answer(client.POST('/api/corrections/undo', { body }));
      void step(post, (each) => uncorrectPost(each, label), call);
    };
    const correct = (post: Post, label: PostLabel): void => {
      if (isProgramsWord(post, label)) {
        if (standingOf(post, label)) undo(post, label);
        return;
      }
      const { postId, firstCreatedAt, text } = post;
      const body = { region, postId, firstCreatedAt, text, label, said: saidOf(post, label) };
      const dated = { ...label, at: new Date().toISOString() };
      const call = () => answer(client.POST('/api/corrections', { body }));
      void step(post, (each) => correctPost(each, dated), call);
    };
    return { correct, undo };
  }, [region, step]);
}
