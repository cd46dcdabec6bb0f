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
  return shown.map((each) =>
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
