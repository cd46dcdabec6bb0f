import type { RegionView } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { FeedList } from './feed-list.js';
import { useSaveRegion } from './use-save-region.js';

export function FeedsSection({ region }: { region: RegionView }) {
  const { t } = useTranslation('settings');
  const { isSaving, save } = useSaveRegion();
  return (
    <>
      <p>{t('feeds.hint')}</p>
      <FeedList
        feeds={region.feeds}
        isLocked={region.isConfiguredByFile || isSaving}
        onChange={(feeds) => save({ ...region, feeds })}
      />
    </>
  );
}
