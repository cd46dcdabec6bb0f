import type { IssueView } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { factName } from '../../archive/fact-name.js';
import { WhyNow } from '../../desk/why-now.js';
import { OuterLink } from '../../ui/outer-link.js';
import styles from '../issue-page.module.css';
import { Panel } from '../panel.js';
import { Composition } from './composition.js';
import { Copies } from './copies.js';
import { HoursChart } from './hours-chart.js';
import { PriorityParts } from './priority-parts.js';
import { RelatedPosts } from './related-posts.js';
import { SignalNumbers } from './signal-numbers.js';
import { Timeline } from './timeline.js';
import { TippingPosts } from './tipping-posts.js';

/** Why we say so: the numbers, the posts, what they are made of, what happened since. */
export function StoryPanel({ view }: { view: IssueView }) {
  const { t } = useTranslation('issue');
  const { card, fact } = view;
  const { signal } = card;
  return (
    <div className={styles.stack}>
      <Panel title={t('story.why')}>
        <p>
          <WhyNow card={card} />
        </p>
        {signal?.copies && <Copies copies={signal.copies} />}
        {signal && <SignalNumbers signal={signal} />}
        {signal?.hours && <HoursChart hours={signal.hours} />}
        <PriorityParts priority={card.priority} />
      </Panel>
      {fact && (
        <Panel title={t('story.fact')}>
          <p>
            <strong>
              <bdi>{factName(fact.title)}</bdi>
            </strong>
          </p>
          {fact.conclusion && <p dir="auto">{fact.conclusion}</p>}
          <p className="k-muted">
            {fact.publisher && <bdi>{fact.publisher} </bdi>}
            {fact.url && <OuterLink href={fact.url}>{t('story.factSource')}</OuterLink>}
          </p>
        </Panel>
      )}
      {signal && <TippingPosts signal={signal} />}
      {signal?.composition && <Composition composition={signal.composition} />}
      <RelatedPosts card={card} selection={view.postsSelection} />
      <Timeline entries={view.timeline} isHistorical={card.mode === 'historical'} />
    </div>
  );
}
