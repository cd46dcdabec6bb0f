import type { IssueCard as Card, DismissReason } from '@kentongan/contracts';
import { Button } from '@mantine/core';
import { IconBrandWhatsapp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { factName } from '../archive/fact-name.js';
import { useFormat } from '../format/use-format.js';
import { useNow } from '../format/use-now.js';
import { useCodeWords } from '../i18n/codes.js';
import { Level } from '../ui/level.js';
import { AgencyMenu } from './agency-menu.js';
import { DismissMenu } from './dismiss-menu.js';
import styles from './issue-card.module.css';
import { Spark } from './spark.js';
import { trendOf } from './trend.js';
import { WhyNow } from './why-now.js';

export interface CardActions {
  readonly acknowledge: (card: Card) => void;
  readonly dismiss: (card: Card, reason: DismissReason) => void;
  readonly copy: (issueId: string) => void;
}

interface Properties {
  readonly card: Card;
  readonly placeName: string | undefined;
  readonly mayAct: boolean;
  readonly actions: CardActions;
}

/** One issue at one glance: what, where, since when; why we say so; who has it; what can be done. */
export const IssueCard = memo(function IssueCard({ card, placeName, mayAct, actions }: Properties) {
  const { t } = useTranslation('desk');
  const titleId = useId();
  return (
    <article
      className={`${styles.card} k-panel`}
      data-level={card.priority.level}
      data-issue={card.issueId}
      aria-labelledby={titleId}
    >
      <div className={styles.story}>
        <CardHead card={card} placeName={placeName} />
        <h2 className={styles.title} id={titleId}>
          <Link to="/isu/$issueId" params={{ issueId: card.issueId }} className={styles.open} data-open>
            <bdi>{card.title}</bdi>
          </Link>
        </h2>
        <p className={styles.why}>
          <WhyNow card={card} />
        </p>
        {card.factTitle && !card.title.includes(factName(card.factTitle)) && (
          <p className={styles.fact}>
            {t('resembles')} “<bdi>{factName(card.factTitle)}</bdi>”
          </p>
        )}
      </div>
      <div className={styles.chart}>{card.signal?.hours && <Spark hours={card.signal.hours} />}</div>
      <div className={styles.foot}>
        <div className={styles.standing}>
          <Standing card={card} />
          {mayAct && <AgencyMenu card={card} />}
        </div>
        {mayAct && <Buttons card={card} actions={actions} />}
      </div>
    </article>
  );
});

function CardHead({ card, placeName }: { card: Card; placeName: string | undefined }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const now = useNow();
  const words = useCodeWords();
  const trend = trendOf(card.signal?.hours);
  const isHistorical = card.mode === 'historical';
  return (
    <div className={styles.head}>
      <Level level={card.priority.level} />
      {placeName && <span>{placeName}</span>}
      <span className={styles.age}>
        <time dateTime={card.openedAt} title={format.dateTime(card.openedAt)}>
          {isHistorical
            ? format.shortDateTime(card.openedAt)
            : t('age', { span: format.span(now - Date.parse(card.openedAt)) })}
        </time>
        {trend !== 'unknown' && ` · ${words('trend', trend)}`}
      </span>
    </div>
  );
}

/** Where it stands and who has it. */
function Standing({ card }: { card: Card }) {
  const { t } = useTranslation('desk');
  const words = useCodeWords();
  return (
    <p className={styles.stands}>
      <span>{words('state', card.state)}</span>
      {card.route && <span>{words('route', card.route)}</span>}
      <span>{card.owner ? <bdi>{card.owner.name}</bdi> : t('nobody')}</span>
    </p>
  );
}

function Buttons({ card, actions }: { card: Card; actions: CardActions }) {
  const { t } = useTranslation('desk');
  const isUrgent = card.priority.level === 'critical' || card.priority.level === 'high';
  const isOpen = !['closed', 'merged', 'criticism', 'sp4n', 'rightOfReply'].includes(card.state);
  return (
    <div className={styles.buttons}>
      {isOpen && card.acknowledgedAt === null && (
        <Button mih={44} variant={isUrgent ? 'filled' : 'light'} onClick={() => actions.acknowledge(card)}>
          {t('take')}
        </Button>
      )}
      <Button
        variant="default"
        mih={44}
        leftSection={<IconBrandWhatsapp size={18} aria-hidden="true" />}
        aria-label={t('copyWhatsApp')}
        onClick={() => actions.copy(card.issueId)}
      >
        <span className={styles.wideOnly}>{t('copyWhatsApp')}</span>
        <span className={styles.narrowOnly}>{t('copyShort')}</span>
      </Button>
      {isOpen && <DismissMenu title={card.title} onChoose={(reason) => actions.dismiss(card, reason)} />}
    </div>
  );
}
