import type { RegionView } from '@kentongan/contracts';
import { Button, FileButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { useNotices } from '../frame/notices.js';
import { readAgencies, writeAgencies } from './agency-csv.js';
import styles from './settings.module.css';
import { UnsavedGuard } from './unsaved-guard.js';
import { useSaveRegion } from './use-save-region.js';

const fileBytesMax = 1_000_000;

/** Agencies by pasting or uploading a table. */
export function AgenciesSection({ region }: { region: RegionView }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const format = useFormat();
  const notices = useNotices();
  const { isSaving, save } = useSaveRegion();
  const [text, setText] = useState(() => writeAgencies(region.agencies));
  const { agencies, badLines } = readAgencies(text);
  const take = async (file: File | null) => {
    if (!file) return;
    if (file.size > fileBytesMax)
      notices.problem(t('agencies.tooLarge', { size: format.bytes(fileBytesMax) }));
    else setText(await file.text());
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save({ ...region, agencies: [...agencies] });
      }}
    >
      <UnsavedGuard isChanged={text !== writeAgencies(region.agencies)} />
      <Textarea
        label={t('agencies.label')}
        description={t('agencies.hint')}
        autosize
        minRows={8}
        maxRows={24}
        value={text}
        error={badLines.length > 0 && t('agencies.badLines', { lines: badLines.slice(0, 10).join(', ') })}
        onChange={(event) => setText(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'ui-monospace, monospace', fontSize: '0.875rem' } }}
      />
      <p className="k-muted">{t('agencies.count', { count: agencies.length })}</p>
      <div className={styles.buttons}>
        <Button
          type="submit"
          mih={44}
          loading={isSaving}
          disabled={region.isConfiguredByFile || badLines.length > 0}
        >
          {common('save')}
        </Button>
        <FileButton accept=".csv,text/csv,text/plain" onChange={(file) => take(file).catch(() => {})}>
          {(properties) => (
            <Button {...properties} variant="default" mih={44}>
              {t('agencies.upload')}
            </Button>
          )}
        </FileButton>
      </div>
    </form>
  );
}
