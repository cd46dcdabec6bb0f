import type { IssueView } from '@kentongan/contracts';
import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { useCodeWords } from '../i18n/codes.js';
import { ExactTime } from '../ui/exact-time.js';
import { Level } from '../ui/level.js';
import styles from './issue-page.module.css';

export function IssueHead({ view: { card, mergedFrom } }: { view: IssueView }) {
  const { t } = useTranslation('issue');
  const { t: desk } = useTranslation('desk');
  const format = useFormat();
  const words = useCodeWords();
  return (
    <div className={styles.head}>
      <Link to="/" className={styles.back}>
        <IconChevronLeft size={18} aria-hidden="true" />
        {desk('title')}
      </Link>
      <p className={styles.title} aria-hidden="true">
        <bdi>{card.title}</bdi>
      </p>
      <div className={styles.facts}>
        <Level level={card.priority.level} />
        <span>
          {t('opened')} <ExactTime at={card.openedAt} isHistorical={card.mode === 'historical'} />
        </span>
        <span>{words('state', card.state)}</span>
        <span>{card.owner ? <bdi>{card.owner.name}</bdi> : desk('nobody')}</span>
        {card.snoozedUntil && <span>{t('snoozedUntil', { time: format.dateTime(card.snoozedUntil) })}</span>}
      </div>
      {card.mergedInto && (
        <p className={styles.note}>
          {t('mergedInto')}{' '}
          <Link to="/isu/$issueId" params={{ issueId: card.mergedInto }}>
            {t('openOther')}
          </Link>
        </p>
      )}
      {mergedFrom.length > 0 && (
        <p className="k-muted">
          {t('mergedFrom')} {mergedFrom.map(({ title }) => `“${title}”`).join(', ')}
        </p>
      )}
    </div>
  );
}
