import type { RegionView } from '@kentongan/contracts';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../account/account.module.css';
import { messageOf } from '../api/failure.js';
import { useLanguage } from '../i18n/use-language.js';
import { FeedList } from '../settings/feed-list.js';
import { usePutRegion } from '../settings/use-save-region.js';
import { readWatchRules, writeWatchRules } from '../settings/watch-rules.js';

/** Step 2: where posts come from, and words to watch. Both can wait. */
export function SourcesStep({ region, onDone }: { region: RegionView; onDone: () => void }) {
  const { t } = useTranslation('setup');
  const { t: settings } = useTranslation('settings');
  const language = useLanguage();
  const put = usePutRegion();
  const [feeds, setFeeds] = useState(region.feeds);
  const [words, setWords] = useState(() => writeWatchRules(region.watchRules));
  const save = () => {
    const { isConfiguredByFile, ...rest } = region;
    if (isConfiguredByFile) return onDone();
    put.mutate(
      { ...rest, feeds, watchRules: readWatchRules(words, region.watchRules) },
      { onSuccess: onDone },
    );
  };
  return (
    <div className={styles.form}>
      <p>{t('sources.words')}</p>
      <FeedList feeds={feeds} isLocked={region.isConfiguredByFile} onChange={setFeeds} />
      <Textarea
        label={settings('watch.label')}
        description={settings('watch.hint')}
        autosize
        minRows={3}
        maxRows={12}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {put.isError && (
        <p className={styles.error} role="alert">
          {messageOf(put.error, language)}
        </p>
      )}
      <Button mih={48} loading={put.isPending} onClick={save}>
        {t('next')}
      </Button>
    </div>
  );
}
