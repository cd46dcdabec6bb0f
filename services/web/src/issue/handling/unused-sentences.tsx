import type { DraftProposal } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../i18n/codes.js';
import styles from './proposal.module.css';

/** What the model said and the checks held back, with the reason; the words themselves only where they are harmless. */
export function UnusedSentences({ sentences }: { sentences: DraftProposal['sentences'] }) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  const unused = sentences.flatMap(({ field, text, problem }) =>
    problem === null ? [] : [{ field, text, problem }],
  );
  if (unused.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{t('proposal.unused', { count: unused.length })}</summary>
      <ul className={styles.unused}>
        {unused.map(({ field, text, problem }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer's sentences do not move
          <li key={index}>
            <span className="k-muted">
              {words('field', field)}: {words('draftSentenceProblem', problem)}
            </span>
            {text !== '' && <q dir="auto">{text}</q>}
          </li>
        ))}
      </ul>
    </details>
  );
}
