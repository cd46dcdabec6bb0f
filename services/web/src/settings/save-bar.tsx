import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './settings.module.css';
import { UnsavedGuard } from './unsaved-guard.js';

/** Saves what a section changed, or takes it back. It stays in sight, however long the list above it is. */
export function SaveBar({
  isChanged,
  isSaving,
  isLocked,
  onSave,
  onDiscard,
}: {
  isChanged: boolean;
  isSaving: boolean;
  isLocked: boolean;
  onSave: () => void;
  onDiscard: () => void;
}) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  return (
    <div className={styles.save} data-save-bar>
      <UnsavedGuard isChanged={isChanged} />
      <Button mih={44} loading={isSaving} disabled={isLocked || !isChanged} onClick={onSave}>
        {common('save')}
      </Button>
      {isChanged && (
        <Button variant="subtle" mih={44} disabled={isSaving} onClick={onDiscard}>
          {t('unsaved.discard')}
        </Button>
      )}
      <span role="status">{isChanged ? t('unsaved.bar') : ''}</span>
    </div>
  );
}
