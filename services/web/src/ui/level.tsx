import type { PriorityLevel } from '@kentongan/contracts';
import { useCodeWords } from '../i18n/codes.js';
import styles from './level.module.css';

/** Word, shape and colour together: filled, half, outline, dot. Never colour alone. */
export function Level({ level }: { level: PriorityLevel }) {
  const words = useCodeWords();
  return (
    <span className={styles.level} data-level={level}>
      <LevelShape level={level} />
      {words('level', level)}
    </span>
  );
}

export function LevelShape({ level }: { level: PriorityLevel }) {
  return (
    <svg className={styles.shape} data-level={level} viewBox="0 0 14 14" aria-hidden="true">
      {level === 'low' ? (
        <circle cx="7" cy="7" r="2.5" fill="currentColor" />
      ) : (
        <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
      )}
      {level === 'critical' && <circle cx="7" cy="7" r="6" fill="currentColor" />}
      {level === 'high' && <path d="M7 1.5 A5.5 5.5 0 0 0 7 12.5 Z" fill="currentColor" />}
    </svg>
  );
}
