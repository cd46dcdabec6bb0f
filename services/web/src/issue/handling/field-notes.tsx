import type { Clarification, LintProblem } from '@kentongan/contracts';
import { IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../i18n/codes.js';
import styles from './work.module.css';

type Rests = Pick<Clarification, 'supports' | 'problems' | 'evidence'>;

/** What a field rests on, and the rules it breaks, in words. */
export function FieldNotes({ field, clarification }: { field: string; clarification: Rests }) {
  const problems = clarification.problems.filter((each) => each.field === field);
  return (
    <>
      <Supports field={field} clarification={clarification} />
      {problems.map((problem) => (
        <Problem key={problem.rule} problem={problem} />
      ))}
    </>
  );
}

function Supports({ field, clarification }: { field: string; clarification: Rests }) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  const supports = clarification.supports.filter((each) => each.field === field);
  if (supports.length === 0) return null;
  const name = (reference: string | undefined) =>
    clarification.evidence.find(({ evidenceId }) => evidenceId === reference)?.title;
  return (
    <p className={styles.support}>
      <span>{t('draft.restsOn')}</span>
      {supports.map(({ kind, reference }) => (
        <span key={`${kind}:${reference ?? ''}`} className={kind === 'missing' ? styles.missing : undefined}>
          {words('supportKind', kind)}
          {name(reference) && <bdi> “{name(reference)}”</bdi>}
        </span>
      ))}
    </p>
  );
}

export function Problem({ problem: { rule, isBlocking } }: { problem: LintProblem }) {
  const words = useCodeWords();
  const Icon = isBlocking ? IconAlertTriangle : IconBulb;
  return (
    <p className={styles.problem} data-blocking={isBlocking}>
      <Icon size={16} aria-hidden="true" />
      <span>{words('lint', rule)}</span>
    </p>
  );
}

/** How many things keep it from being published, said once on top. */
export function GeneralProblems({ problems }: { problems: readonly LintProblem[] }) {
  const { t } = useTranslation('issue');
  const blocking = problems.filter(({ isBlocking }) => isBlocking).length;
  if (problems.length === 0) return <p className="k-muted">{t('draft.noProblems')}</p>;
  return (
    <p role="status">
      {blocking > 0
        ? t('draft.blocking', { count: blocking })
        : t('draft.advice', { count: problems.length })}
    </p>
  );
}
