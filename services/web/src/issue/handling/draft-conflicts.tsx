import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../i18n/codes.js';
import type { FieldConflict } from './draft-merge.js';
import type { Draft } from './use-draft.js';
import styles from './work.module.css';

/** Somebody else changed the same fields: theirs beside mine, nothing is lost, the officer chooses. */
export function DraftConflicts({ draft }: { draft: Draft }) {
  const { t } = useTranslation('issue');
  if (draft.conflicts.length === 0) return null;
  return (
    <div className={styles.conflict} role="alert">
      <strong>{t('draft.conflict')}</strong>
      {draft.conflicts.map((conflict) => (
        <OneConflict key={conflict.field} conflict={conflict} onSettle={draft.settle} />
      ))}
    </div>
  );
}

function OneConflict({ conflict, onSettle }: { conflict: FieldConflict; onSettle: Draft['settle'] }) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  return (
    <div className={styles.compare}>
      <strong style={{ gridColumn: '1 / -1' }}>
        {words('field', conflict.field.replace('variants.', ''))}
      </strong>
      <p dir="auto">
        <span className="k-muted">{t('draft.theirs')}</span> {conflict.theirs}
      </p>
      <p dir="auto">
        <span className="k-muted">{t('draft.mine')}</span> {conflict.mine}
      </p>
      <Button variant="default" mih={44} onClick={() => onSettle(conflict, true)}>
        {t('draft.takeTheirs')}
      </Button>
      <Button variant="default" mih={44} onClick={() => onSettle(conflict, false)}>
        {t('draft.keepMine')}
      </Button>
    </div>
  );
}
