import type { IssueCard } from '@kentongan/contracts';
import { UnstyledButton } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LevelShape } from '../ui/level.js';
import styles from './arrivals-bar.module.css';

/** Says what is new above the list without moving it; a tap lays the list out anew. */
export function ArrivalsBar({
  arrived,
  risen,
  onShow,
}: {
  arrived: readonly IssueCard[];
  risen: readonly IssueCard[];
  onShow: () => void;
}) {
  const { t } = useTranslation('desk');
  const first = arrived[0] ?? risen[0];
  return (
    <div className={styles.place} role="status" aria-live="polite">
      {first && (
        <UnstyledButton className={styles.bar} onClick={onShow} data-arrivals>
          <IconArrowUp size={18} aria-hidden="true" />
          <strong>
            {[
              arrived.length > 0 && t('arrived', { count: arrived.length }),
              risen.length > 0 && t('risen', { count: risen.length }),
            ]
              .filter((part) => typeof part === 'string')
              .join(' · ')}
          </strong>
          <span className={styles.first}>
            <LevelShape level={first.priority.level} /> <bdi>{first.title}</bdi>
          </span>
        </UnstyledButton>
      )}
    </div>
  );
}
