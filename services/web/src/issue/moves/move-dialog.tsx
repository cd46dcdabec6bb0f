import type { Agency, IssueView } from '@kentongan/contracts';
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../i18n/codes.js';
import { AgencyField, DismissField, MergeField, ReasonField, SnoozeField } from './move-fields.js';
import { type AskedMove, bodyOf, emptyForm, isComplete, type MoveForm } from './move-form.js';
import type { MoveName } from './move-order.js';
import styles from './moves.module.css';
import type { IssueMoves } from './use-issue-moves.js';
import { useSeenVersion } from './use-seen-version.js';

const withoutReason: ReadonlySet<MoveName> = new Set(['approve', 'publish', 'dismiss']);

/** Asks for what a move needs. What was typed stays when the server refuses. */
export default function MoveDialog({
  asked: { move, form: given },
  view,
  agencies,
  moves,
  onClose,
}: {
  asked: AskedMove;
  view: IssueView;
  agencies: readonly Agency[];
  moves: IssueMoves;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const words = useCodeWords();
  const [form, setForm] = useState<MoveForm>(() => ({ ...emptyForm(view.card.agencyId), ...given }));
  const change = (part: Partial<MoveForm>) => setForm((before) => ({ ...before, ...part }));
  const needsReason = view.allowedMoves.find((each) => each.move === move)?.needsReason ?? false;
  const seen = useSeenVersion(view);
  const send = async () => {
    const body = bodyOf(move, seen.version, form);
    if (!body) return;
    if (await moves.make(body)) onClose();
    else seen.look();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words('move', move)}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          send().catch(() => {});
        }}
      >
        <p>{words('moveHint', move)}</p>
        {move === 'requestEvidence' && <AgencyField form={form} onChange={change} agencies={agencies} />}
        {move === 'snooze' && <SnoozeField form={form} onChange={change} />}
        {move === 'merge' && <MergeField form={form} onChange={change} view={view} />}
        {move === 'dismiss' && <DismissField form={form} onChange={change} />}
        {!withoutReason.has(move) && (
          <ReasonField form={form} onChange={change} move={move} isNeeded={needsReason} />
        )}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={moves.isSending} disabled={!isComplete(move, form, needsReason)}>
            {words('move', move)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
