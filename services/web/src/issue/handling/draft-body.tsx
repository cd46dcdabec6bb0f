import type { Agency, Clarification } from '@kentongan/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedMove } from '../moves/move-form.js';
import { DraftChoices } from './draft-choices.js';
import { wordFields } from './draft-fields.js';
import { DraftVariants } from './draft-variants.js';
import { EvidencePanel } from './evidence-panel.js';
import { GeneralProblems } from './field-notes.js';
import { OpenQuestions } from './open-questions.js';
import type { Draft } from './use-draft.js';
import { WordFieldInput } from './word-field.js';
import styles from './work.module.css';

/** The draft beside its evidence: every field says what it rests on and which rule it breaks. */
export function DraftBody({
  draft,
  clarification,
  agencies,
  isOpen,
  onAsk,
}: {
  draft: Draft;
  clarification: Clarification;
  agencies: readonly Agency[];
  isOpen: boolean;
  onAsk: ((asked: AskedMove) => void) | undefined;
}) {
  const [lit, setLit] = useState<string | null>(null);
  const litReferences = clarification.supports
    .filter(({ field }) => field === lit)
    .flatMap(({ reference }) => reference ?? []);
  return (
    <div className={styles.draft}>
      <div className={styles.evidence}>
        <EvidencePanel clarification={clarification} lit={litReferences} />
        <OpenQuestions questions={clarification.openQuestions} agencies={agencies} onAsk={onAsk} />
      </div>
      <div className={styles.fields}>
        <GeneralProblems problems={clarification.problems} />
        {wordFields.map((field) => (
          <WordFieldInput
            key={field.name}
            field={field}
            draft={draft}
            clarification={clarification}
            isOpen={isOpen}
            onFocus={() => setLit(field.name)}
          />
        ))}
        <DraftChoices draft={draft} clarification={clarification} agencies={agencies} isOpen={isOpen} />
        <DraftVariants draft={draft} clarification={clarification} isOpen={isOpen} />
        {isOpen && <SaveBar draft={draft} isFirst={clarification.status === 'suggested'} />}
      </div>
    </div>
  );
}

/** A suggestion is taken over by saving it, changed or not: from then on a person answers for it. */
function SaveBar({ draft, isFirst }: { draft: Draft; isFirst: boolean }) {
  const { t } = useTranslation('issue');
  return (
    <div className={styles.save}>
      <Button mih={44} loading={draft.isSaving} disabled={!draft.isChanged && !isFirst} onClick={draft.save}>
        {isFirst ? t('draft.saveFirst') : t('draft.save')}
      </Button>
      {draft.isChanged && (
        <>
          <Button variant="subtle" mih={44} onClick={draft.discard}>
            {t('draft.discard')}
          </Button>
          <span>{t('draft.unsaved')}</span>
        </>
      )}
    </div>
  );
}
