import type { FactItem } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../session/region.js';
import styles from './memory.module.css';

const nationalRegionId = '*';

/** For whom a fact holds, in one word: whoever shares or edits must not have to guess. */
export function FactMarks({ item }: { item: Pick<FactItem, 'regionId' | 'sharedBy' | 'mergedInto'> }) {
  const { t } = useTranslation('memory');
  const { regionId } = useRegion();
  const standing =
    item.sharedBy === regionId
      ? 'shared'
      : item.sharedBy !== null
        ? 'sharedByOther'
        : item.regionId === nationalRegionId
          ? 'national'
          : 'own';
  return (
    <>
      <span className={styles.mark} data-standing={standing}>
        {t(`standing.${standing}`)}
      </span>
      {item.mergedInto !== null && <span className={styles.mark}>{t('standing.merged')}</span>}
    </>
  );
}
