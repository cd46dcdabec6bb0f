import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import styles from './silence-note.module.css';
import type { SourceSilence } from './source-silence.js';

const namesShown = 3;

/** A chart that is missing a source says so itself. */
export function SilenceNote({
  silence: { missing, silentSince },
  isShort = false,
}: {
  silence: SourceSilence;
  /** Without the sources' names: where several charts say the same. */
  isShort?: boolean;
}) {
  const { t } = useTranslation('archive');
  const format = useFormat();
  if (missing.length === 0) return null;
  const names = missing.slice(0, namesShown).map(({ name }) => name);
  const named = missing.length > namesShown ? `${names.join(', ')} …` : names.join(', ');
  return (
    <p className={styles.stale}>
      <IconPlugConnectedX size={18} aria-hidden="true" />
      <span>
        {silentSince === null
          ? t(isShort ? 'staleShort' : 'stale', { count: missing.length, names: named })
          : t('allDown', { since: format.shortDateTime(silentSince) })}
      </span>
    </p>
  );
}
