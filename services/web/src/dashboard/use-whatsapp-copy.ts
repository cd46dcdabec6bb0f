import type { OverviewView, TrendsView } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { useNotices } from '../frame/notices.js';
import { useCodeWords } from '../i18n/codes.js';
import { copyText } from '../ui/copy-text.js';
import { durationWords } from './duration-words.js';
import { byUrgency, stageBarOf, type WorkItem } from './stage-bar.js';
import { whatsappText } from './whatsapp-text.js';

const linesMax = 5;

/** Copies the dashboard as a message: the sentence, what rises, what is being done, what people talk about. */
export function useWhatsappCopy(region: string, periodWords: string, time: string, now: number) {
  const { t } = useTranslation('dashboard');
  const notices = useNotices();
  const format = useFormat();
  const codeWords = useCodeWords();
  const standing = (item: WorkItem): string => {
    const { isLate, leftSeconds } = stageBarOf(item, now);
    const stage = codeWords('state', item.state);
    if (!isLate || leftSeconds === null) return stage;
    return `${stage}, ${t('work.late', { duration: durationWords(-leftSeconds, format.language) })}`;
  };
  const textOf = (sentence: string, overview: OverviewView, trends: TrendsView | undefined): string => {
    const rising = overview.rising.map((card) => `${codeWords('level', card.priority.level)}: ${card.title}`);
    const work = [...overview.inWork].sort(byUrgency(now)).map((item) => `${item.title}: ${standing(item)}`);
    const talk = [...(trends?.subjects ?? [])]
      .sort((a, b) => b.posts - a.posts)
      .map(({ subject, posts, before }) =>
        t('whatsapp.subject', {
          subject: codeWords('subject', subject),
          posts: format.number(posts),
          before: format.number(before),
        }),
      );
    return whatsappText({
      title: t('whatsapp.title', { region, period: periodWords }),
      time,
      sentence,
      sections: [
        { heading: t('whatsapp.rising'), lines: rising.slice(0, linesMax) },
        { heading: t('whatsapp.work'), lines: work.slice(0, linesMax) },
        { heading: t('whatsapp.talk'), lines: talk.slice(0, linesMax) },
      ],
    });
  };
  return (sentence: string, overview: OverviewView, trends: TrendsView | undefined): void => {
    copyText(textOf(sentence, overview, trends))
      .then((isCopied) => (isCopied ? notices.calm(t('copied')) : notices.problem(t('copyFailed'))))
      .catch(() => notices.problem(t('copyFailed')));
  };
}
