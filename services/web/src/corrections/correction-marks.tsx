import type { ArchiveHit } from '@kentongan/contracts';
import { IconPencilCheck, IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './corrections.module.css';

/** Whose word the labels are, where they are not the models': an officer's on this post, or on one like it. */
export function CorrectionMarks({ post }: { post: ArchiveHit['post'] }) {
  const { t } = useTranslation('archive');
  const corrected = new Set(post.corrections?.labels.map(({ part }) => part));
  const learned = (post.analysis.learned ?? []).filter((part) => !corrected.has(part));
  const partWords = (parts: Iterable<string>) =>
    [...parts].map((part) => t(`correct.part.${part}`)).join(', ');
  if (corrected.size + learned.length === 0) return null;
  return (
    <ul className={styles.marks}>
      {corrected.size > 0 && (
        <li>
          <IconPencilCheck size={16} aria-hidden="true" />
          {t('correct.mark', { parts: partWords(corrected) })}
        </li>
      )}
      {learned.length > 0 && (
        <li>
          <IconSchool size={16} aria-hidden="true" />
          {t('correct.learned', { parts: partWords(learned) })}
        </li>
      )}
    </ul>
  );
}
