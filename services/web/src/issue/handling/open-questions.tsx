import type { Agency, OpenQuestion } from '@kentongan/contracts';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AskedMove } from '../moves/move-form.js';
import styles from './work.module.css';

/** What must be answered before the draft can stand on its own; one tap asks the agency. */
export function OpenQuestions({
  questions,
  agencies,
  onAsk,
}: {
  questions: readonly OpenQuestion[];
  agencies: readonly Agency[];
  onAsk: ((asked: AskedMove) => void) | undefined;
}) {
  const { t } = useTranslation('issue');
  if (questions.length === 0) return null;
  const name = (agencyId: string | null) =>
    agencies.find((agency) => agency.agencyId === agencyId)?.name ?? t('draft.anyAgency');
  const askAll = () =>
    onAsk?.({
      move: 'requestEvidence',
      form: {
        reason: questions
          .map(({ question }) => question)
          .join('\n')
          .slice(0, 1_000),
        ...(questions[0]?.agencyId ? { agencyId: questions[0].agencyId } : {}),
      },
    });
  return (
    <div>
      <h3 className={styles.subTitle}>{t('draft.questions')}</h3>
      <ul className={styles.questions}>
        {questions.map(({ agencyId, question }) => (
          <li key={question}>
            {question} <span className="k-muted">({name(agencyId)})</span>
          </li>
        ))}
      </ul>
      {onAsk && (
        <Button variant="default" mih={44} onClick={askAll}>
          {t('draft.askAgency')}
        </Button>
      )}
    </div>
  );
}
