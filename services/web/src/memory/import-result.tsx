import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import styles from './memory.module.css';

interface ImportAnswer {
  readonly recorded: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly forms: readonly string[];
  readonly problems: readonly { line: number; code: string; value?: string | undefined; reason: string }[];
}

/** What became of the file; of what was refused each line with what to do about it. */
export function ImportResult({ answer }: { answer: ImportAnswer }) {
  const { t } = useTranslation('memory');
  const format = useFormat();
  const forms = answer.forms.map((form) => t(`imports.form.${form}`)).join(', ');
  return (
    <div className={styles.note}>
      <p>
        <strong>
          {t('imports.done', {
            recorded: format.number(answer.recorded),
            unchanged: format.number(answer.unchanged),
            refused: format.number(answer.refused),
          })}
        </strong>{' '}
        {forms !== '' && t('imports.recognised', { forms })}
      </p>
      {answer.problems.length > 0 && (
        <ul>
          {answer.problems.map((each) => (
            <li key={`${each.line} ${each.code} ${each.value}`}>
              {t('imports.line', { line: format.number(each.line) })}{' '}
              {t(`imports.problem.${each.code}`, { value: each.value ?? '', defaultValue: each.reason })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
