import type { RegionView } from '@kentongan/contracts';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './settings.module.css';
import { UnsavedGuard } from './unsaved-guard.js';
import { useSaveRegion } from './use-save-region.js';
import { readWatchRules, writeWatchRules } from './watch-rules.js';

export function WatchSection({ region }: { region: RegionView }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const { isSaving, save } = useSaveRegion();
  const [text, setText] = useState(() => writeWatchRules(region.watchRules));
  const rules = readWatchRules(text, region.watchRules);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save({ ...region, watchRules: rules });
      }}
    >
      <UnsavedGuard isChanged={text !== writeWatchRules(region.watchRules)} />
      <Textarea
        label={t('watch.label')}
        description={t('watch.hint')}
        autosize
        minRows={6}
        maxRows={24}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p className="k-muted">{t('watch.count', { count: rules.length })}</p>
      <Button type="submit" mih={44} w="fit-content" loading={isSaving} disabled={region.isConfiguredByFile}>
        {common('save')}
      </Button>
    </form>
  );
}
