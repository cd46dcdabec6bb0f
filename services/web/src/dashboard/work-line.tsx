import { IconAlertCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { useCodeWords } from '../i18n/codes.js';
import { LevelShape } from '../ui/level.js';
import { durationWords } from './duration-words.js';
import { type StageBar, stageBarOf, type WorkItem } from './stage-bar.js';
import styles from './work-block.module.css';

/** One issue on its way: the stage as a bar and in words, the clock, red only when it ran out. */
export function WorkLine({
  item,
  agencyName,
  now,
}: {
  item: WorkItem;
  agencyName: (agencyId: string) => string;
  now: number;
}) {
  const { t } = useTranslation('dashboard');
  const { language } = useFormat();
  const codeWords = useCodeWords();
  const bar = stageBarOf(item, now);
  const waitsFor = item.state === 'verifying' && item.agencyId !== null ? agencyName(item.agencyId) : null;
  const standing = [
    codeWords('state', item.state),
    t('work.since', { duration: durationWords(bar.inStageSeconds, language) }),
    waitsFor === null ? (item.ownerName ?? t('work.nobody')) : t('work.waitingFor', { agency: waitsFor }),
  ];
  return (
    <li className={styles.item}>
      <Link to="/isu/$issueId" params={{ issueId: item.issueId }} className={styles.title}>
        <LevelShape level={item.level} />
        <bdi>{item.title}</bdi>
      </Link>
      <Segments bar={bar} />
      <p className={styles.standing}>
        <span dir="auto">{standing.join(' · ')}</span>
        <Clock bar={bar} />
      </p>
    </li>
  );
}

function Segments({ bar }: { bar: StageBar }) {
  const { t } = useTranslation('dashboard');
  const codeWords = useCodeWords();
  const label = t('work.stage', {
    at: bar.at + 1,
    of: bar.stages.length,
    state: codeWords('state', bar.stages[bar.at] ?? ''),
  });
  return (
    <div className={styles.bar} role="img" aria-label={label} title={label} data-late={bar.isLate}>
      {bar.stages.map((stage, index) => (
        <span key={stage} data-passed={index < bar.at} data-here={index === bar.at} />
      ))}
    </div>
  );
}

function Clock({ bar }: { bar: StageBar }) {
  const { t } = useTranslation('dashboard');
  const { language } = useFormat();
  if (bar.leftSeconds === null) return null;
  const duration = durationWords(Math.abs(bar.leftSeconds), language, 2);
  if (!bar.isLate) return <span className={styles.left}>{t('work.left', { duration })}</span>;
  return (
    <span className={styles.late}>
      <IconAlertCircle size={16} aria-hidden="true" />
      {t('work.late', { duration })}
    </span>
  );
}
