import type { Priority, PriorityPart } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { useCodeWords } from '../../i18n/codes.js';
import styles from './story.module.css';

/** The points of the priority, each with what it rests on; what nobody knows yet is hatched. */
export function PriorityParts({ priority }: { priority: Priority }) {
  const { t } = useTranslation('issue');
  const format = useFormat();
  const words = useCodeWords();
  return (
    <details className={styles.details}>
      <summary>
        {t('priority.title', { score: format.number(priority.score), level: words('level', priority.level) })}
      </summary>
      <ul className={styles.parts}>
        {priority.parts.map((part) => (
          <Part key={part.part} part={part} />
        ))}
      </ul>
    </details>
  );
}

function Part({ part: { part, points, pointsMax, evidence } }: { part: PriorityPart }) {
  const { t } = useTranslation('issue');
  const format = useFormat();
  const words = useCodeWords();
  const values = shownValues(evidence.values, (kind) => words('harmKind', kind), format.number);
  return (
    <li>
      <span className={styles.partHead}>
        <span>{words('priorityPart', part)}</span>
        <span>
          {points === null ? t('unknown') : `${format.number(points, 1)} / ${format.number(pointsMax)}`}
        </span>
      </span>
      <span className={styles.track} data-unknown={points === null}>
        <span style={{ width: `${((points ?? 0) / pointsMax) * 100}%` }} />
      </span>
      <span className="k-muted">{words('priorityEvidence', evidence.code, values)}</span>
    </li>
  );
}

function shownValues(
  values: PriorityPart['evidence']['values'],
  kindWords: (kind: string) => string,
  number: (value: number, digitsMax?: number) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'number') return [name, number(value, 1)];
      return [name, name === 'kinds' ? value.split(', ').map(kindWords).join(', ') : value];
    }),
  );
}
