import { startTransition, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaceNames } from '../archive/place-queries.js';
import { useCodeWords } from '../i18n/codes.js';
import { type CardActions, IssueCard } from './issue-card.js';
import styles from './issue-card.module.css';
import type { Shown } from './settled-list.js';

export function IssueItems({
  shown,
  mayAct,
  actions,
}: {
  shown: readonly Shown[];
  mayAct: boolean;
  actions: CardActions;
}) {
  const placeOf = ({ card }: Shown) => card.signal?.composition?.places[0]?.value;
  const names = usePlaceNames(shown.flatMap((each) => placeOf(each) ?? []));
  /** A code whose name has not come yet says nothing to a reader. */
  const nameOf = (code: string | undefined) =>
    code === undefined || names(code) === code ? undefined : names(code);
  const drawn = useDrawnFirst(shown.length);
  return shown
    .slice(0, drawn)
    .map((each) =>
      each.isGone ? (
        <GoneCard key={each.card.issueId} {...each} />
      ) : (
        <IssueCard
          key={each.card.issueId}
          card={each.card}
          placeName={nameOf(placeOf(each))}
          mayAct={mayAct}
          actions={actions}
        />
      ),
    );
}

/** More than any screen shows at once. */
const firstCards = 12;

/** The cards in sight are drawn at once, the rest as soon as the browser has nothing better to do. */
function useDrawnFirst(count: number): number {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    if (count === 0) return;
    const timer = setTimeout(() => startTransition(() => setWhole(true)), 100);
    return () => clearTimeout(timer);
  }, [count]);
  return isWhole ? count : firstCards;
}

/** Left the list while it was being read: says so in its place, so that the next card does not slide under the thumb. */
function GoneCard({ card }: Shown) {
  const { t } = useTranslation('desk');
  const words = useCodeWords();
  return (
    <div className={`${styles.gone} k-panel`}>
      <bdi>{card.title}</bdi> · {t('gone', { state: words('state', card.state) })}
    </div>
  );
}
