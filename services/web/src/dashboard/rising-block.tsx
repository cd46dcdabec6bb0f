import type { OverviewView } from '@kentongan/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Spark } from '../desk/spark.js';
import { WhyNow } from '../desk/why-now.js';
import { Level } from '../ui/level.js';
import { Block, BlockEmpty } from './block.js';
import styles from './rising-block.module.css';

/** The issues that rise, the most urgent first, each with its last 24 hours against what is usual. */
export function RisingBlock({ rising }: { rising: OverviewView['rising'] }) {
  const { t } = useTranslation('dashboard');
  return (
    <Block title={t('rising.title')} caption={t('rising.caption')}>
      {rising.length === 0 && <BlockEmpty title={t('rising.emptyTitle')}>{t('rising.empty')}</BlockEmpty>}
      <ul className={styles.list}>
        {rising.map((card) => (
          <li key={card.issueId} className={styles.issue}>
            <div className={styles.story}>
              <Level level={card.priority.level} />
              <Link to="/isu/$issueId" params={{ issueId: card.issueId }} className={styles.title}>
                <bdi>{card.title}</bdi>
              </Link>
              <p className={styles.why}>
                <WhyNow card={card} />
              </p>
            </div>
            {card.signal?.hours && (
              <div className={styles.spark}>
                <Spark hours={card.signal.hours} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}
