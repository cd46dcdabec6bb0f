import type { IssueView } from '@kentongan/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session.js';
import { lazyPart } from '../../ui/lazy-part.js';
import styles from '../issue-page.module.css';
import { MoveBar } from '../moves/move-bar.js';
import type { AskedMove } from '../moves/move-form.js';
import { useIssueMoves } from '../moves/use-issue-moves.js';
import { ApprovalsPanel } from './approvals-panel.js';
import { ClarificationPanel } from './clarification-panel.js';
import { regionQuery } from './region-query.js';
import { RoutePanel } from './route-panel.js';
import { SimilarPanel } from './similar-panel.js';
import { WhatsAppPanel } from './whatsapp-panel.js';

const MoveDialog = lazyPart(() => import('../moves/move-dialog.js'));

/** What is done about it: next step, route, the draft beside its evidence, approvals. */
export function WorkPanel({ view }: { view: IssueView }) {
  const { t } = useTranslation('issue');
  const moves = useIssueMoves(view.card.issueId);
  const isDesk = useSession().user.role !== 'agency';
  const [asked, setAsked] = useState<AskedMove | null>(null);
  const agencies = useQuery({ ...regionQuery(view.card.regionId), enabled: isDesk }).data?.agencies ?? [];
  const may = new Set(view.allowedMoves.map(({ move }) => move));
  return (
    <div className={styles.stack}>
      <MoveBar view={view} moves={moves} onAsk={setAsked} />
      {asked && (
        <MoveDialog
          isWanted
          asked={asked}
          view={view}
          agencies={agencies}
          moves={moves}
          onClose={() => setAsked(null)}
        />
      )}
      {moves.conflict && (
        <p className={styles.note} role="alert">
          {moves.conflict}
        </p>
      )}
      <RoutePanel view={view} agencies={agencies} mayDecide={may.has('triage')} moves={moves} />
      {view.clarification ? (
        <ClarificationPanel
          view={view}
          clarification={view.clarification}
          agencies={agencies}
          onAsk={may.has('requestEvidence') ? setAsked : undefined}
        />
      ) : (
        view.card.route === null && <p className="k-muted">{t('work.noDraftYet')}</p>
      )}
      {view.clarification && view.clarification.status !== 'suggested' && (
        <ApprovalsPanel clarification={view.clarification} level={view.card.priority.level} />
      )}
      <WhatsAppPanel whatsapp={view.whatsapp} />
      {view.similar.length > 0 && <SimilarPanel similar={view.similar} />}
    </div>
  );
}
