import type { Clarification, Evidence } from '@kentongan/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../i18n/codes.js';
import { useSession } from '../../session/session.js';
import { ExactTime } from '../../ui/exact-time.js';
import { OuterLink } from '../../ui/outer-link.js';
import { EvidenceForm } from './evidence-form.js';
import { Problem } from './field-notes.js';
import styles from './work.module.css';

/** What the draft stands on. The pieces that the field in hand rests on light up. */
export function EvidencePanel({
  clarification,
  lit,
}: {
  clarification: Clarification;
  lit: readonly string[];
}) {
  const { t } = useTranslation('issue');
  const { user } = useSession();
  const [isAdding, setAdding] = useState(false);
  const mayAdd = ['officer', 'leader', 'admin', 'agency'].includes(user.role);
  return (
    <>
      <h3 className={styles.subTitle}>{t('evidence.title')}</h3>
      {clarification.evidence.length === 0 && <p className="k-muted">{t('evidence.none')}</p>}
      {clarification.evidence.map((piece) => (
        <Piece key={piece.evidenceId} piece={piece} isLit={lit.includes(piece.evidenceId)} />
      ))}
      {clarification.problems
        .filter(({ field }) => field === 'evidence')
        .map((problem) => (
          <Problem key={problem.rule} problem={problem} />
        ))}
      {mayAdd && !isAdding && clarification.status !== 'published' && (
        <Button variant="default" mih={44} w="fit-content" onClick={() => setAdding(true)}>
          {t('evidence.add')}
        </Button>
      )}
      {isAdding && <EvidenceForm issueId={clarification.issueId} onDone={() => setAdding(false)} />}
    </>
  );
}

function Piece({ piece, isLit }: { piece: Evidence; isLit: boolean }) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  return (
    <article className={styles.piece} data-lit={isLit}>
      <span className="k-muted">{words('evidenceKind', piece.kind)}</span>
      <strong>
        <bdi>{piece.title}</bdi>
      </strong>
      {piece.quote && (
        <p className={styles.quote} dir="auto">
          {piece.quote}
        </p>
      )}
      {piece.url && <OuterLink href={piece.url}>{piece.url}</OuterLink>}
      <span className="k-muted">
        {t('evidence.suppliedBy')} <bdi>{piece.suppliedBy}</bdi> · <ExactTime at={piece.capturedAt} />
      </span>
    </article>
  );
}
