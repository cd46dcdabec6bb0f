import type { Agency, Clarification, IssueView } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../i18n/codes.js';
import { useSession } from '../../session/session.js';
import pageStyles from '../issue-page.module.css';
import type { AskedMove } from '../moves/move-form.js';
import { Panel } from '../panel.js';
import { DraftBody } from './draft-body.js';
import { DraftConflicts } from './draft-conflicts.js';
import { isEditable } from './draft-fields.js';
import { ProposalPanel } from './proposal-panel.js';
import { useDraft } from './use-draft.js';
import styles from './work.module.css';

/** The answer that the issue gets. Until a route asks for one, the program's suggestion stays folded away. */
export function ClarificationPanel({
  view,
  clarification,
  agencies,
  onAsk,
}: {
  view: IssueView;
  clarification: Clarification;
  agencies: readonly Agency[];
  onAsk: ((asked: AskedMove) => void) | undefined;
}) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  const { user } = useSession();
  const draft = useDraft(clarification);
  const mayWrite = user.role === 'officer' || user.role === 'admin';
  const isRouted = view.card.route === 'debunk' || view.card.route === 'prebunk';
  const isSuggestion = clarification.status === 'suggested';
  const isOpen = mayWrite && isRouted && isEditable(clarification.status);
  const body = (
    <DraftBody
      draft={draft}
      clarification={clarification}
      agencies={agencies}
      isOpen={isOpen}
      onAsk={onAsk}
    />
  );
  return (
    <Panel
      title={t('draft.title')}
      aside={<span className="k-muted">{words('clarificationStatus', clarification.status)}</span>}
    >
      {isSuggestion && (
        <p className={pageStyles.note}>{isRouted ? t('draft.isSuggestion') : t('draft.routeFirst')}</p>
      )}
      <DraftConflicts draft={draft} />
      {isOpen && <ProposalPanel draft={draft} clarification={clarification} agencies={agencies} />}
      {isRouted || !isSuggestion ? (
        body
      ) : (
        <details className={styles.details}>
          <summary>{t('draft.show')}</summary>
          {body}
        </details>
      )}
    </Panel>
  );
}
