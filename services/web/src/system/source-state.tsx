import type { SourceView } from '@kentongan/contracts';
import {
  IconCircleCheck,
  IconClockExclamation,
  IconHourglassEmpty,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { useCodeWords } from '../i18n/codes.js';
import styles from './source-list.module.css';

const icons = {
  live: IconCircleCheck,
  late: IconClockExclamation,
  overQuota: IconHourglassEmpty,
  down: IconPlugConnectedX,
};

/** The state as shape and word; the colour comes on top. */
export function SourceState({ state }: { state: SourceView['state'] }) {
  const codeWords = useCodeWords();
  const Icon = icons[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={18} aria-hidden="true" />
      {codeWords('sourceState', state)}
    </span>
  );
}
