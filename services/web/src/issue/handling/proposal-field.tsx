import type { Agency, Clarification } from '@kentongan/contracts';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../i18n/codes.js';
import { FieldNotes } from './field-notes.js';
import styles from './proposal.module.css';
import { isTaken, type ProposedField } from './proposal-fields.js';
import type { Proposing } from './use-proposal.js';

/** One part: what stands, what is proposed, what that rests on, and one button to take it or put it back. */
export function ProposalField({
  field,
  rests,
  agencies,
  proposing,
}: {
  field: ProposedField;
  rests: Pick<Clarification, 'supports' | 'problems' | 'evidence'>;
  agencies: readonly Agency[];
  proposing: Proposing;
}) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  const before = proposing.before(field);
  const name = words('field', field.name);
  const shown = (value: string) => {
    if (field.field === 'agencyId') return agencies.find(({ agencyId }) => agencyId === value)?.name ?? value;
    return field.field === 'misinformationType' && value !== '' ? words('misinformationType', value) : value;
  };
  return (
    <div className={styles.field} data-taken={isTaken(field)}>
      <h4 className={styles.name}>{name}</h4>
      <div className={styles.sides}>
        <div className={styles.side}>
          <span className={styles.label}>
            {before === null ? t('proposal.standing') : t('proposal.before')}
          </span>
          <Words text={shown(before ?? field.standing)} />
        </div>
        <div className={styles.side} data-proposed>
          <span className={styles.label}>
            {t('proposal.proposed')}
            {isTaken(field) && (
              <strong className={styles.taken}>
                <IconCheck size={16} aria-hidden="true" />
                {t('proposal.taken')}
              </strong>
            )}
          </span>
          <Words text={shown(field.proposed)} />
          <FieldNotes field={field.field} clarification={rests} />
        </div>
      </div>
      <Button
        variant="default"
        mih={44}
        w="fit-content"
        onClick={() => (before === null ? proposing.take([field]) : proposing.putBack([field]))}
      >
        {before === null ? t('proposal.take') : t('proposal.putBack')}
        <span className="k-hidden">: {name}</span>
      </Button>
    </div>
  );
}

function Words({ text }: { text: string }) {
  const { t } = useTranslation('issue');
  if (text.trim() === '') return <p className="k-muted">{t('proposal.empty')}</p>;
  return (
    <p className={styles.words} dir="auto">
      {text}
    </p>
  );
}
