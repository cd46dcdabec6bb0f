import { Button, FileInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../api/failure.js';
import { useFormat } from '../format/use-format.js';
import { useLanguage } from '../i18n/use-language.js';
import { useRegion } from '../session/region.js';
import { useSession } from '../session/session.js';
import { ImportLedger } from './import-ledger.js';
import { ImportResult } from './import-result.js';
import styles from './memory.module.css';
import { importsQuery } from './memory-queries.js';
import { sourceOf, useImport } from './use-import.js';

/** Brings a list in for the region; what every region sees is shared fact by fact, or imported by the operator. */
export function ImportSection() {
  const { user } = useSession();
  const mayImport = user.role === 'officer' || user.role === 'admin';
  return (
    <div className={styles.column}>
      {mayImport && <ImportForm />}
      <ImportLedger />
    </div>
  );
}

function ImportForm() {
  const { t } = useTranslation('memory');
  const language = useLanguage();
  const { regionId } = useRegion();
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState('');
  const [licence, setLicence] = useState('');
  const run = useImport(regionId);
  return (
    <form
      className={`${styles.form} k-panel`}
      onSubmit={(event) => {
        event.preventDefault();
        if (file) run.mutate({ file, source: sourceOf(source), licence: licence.trim() });
      }}
    >
      <FileInput
        label={t('imports.file')}
        description={t('imports.fileHint')}
        placeholder={t('imports.choose')}
        accept=".tsv,.csv,.json,.ndjson,.jsonl,.txt,.gz"
        size="md"
        value={file}
        onChange={setFile}
        clearable
        clearButtonProps={{ 'aria-label': t('imports.clear') }}
      />
      <div className={styles.pair}>
        <TextInput
          label={t('imports.source')}
          description={t('imports.sourceHint')}
          maxLength={40}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <TextInput
          label={t('imports.licence')}
          description={t('imports.licenceHint')}
          maxLength={200}
          value={licence}
          onChange={(event) => setLicence(event.currentTarget.value)}
        />
      </div>
      <div className={styles.buttons}>
        <Button
          type="submit"
          mih={44}
          loading={run.isPending}
          disabled={file === null || sourceOf(source) === ''}
        >
          {t('imports.go')}
        </Button>
      </div>
      <div aria-live="polite">
        {run.isPending && <Progress regionId={regionId} importId={run.importId} />}
        {run.isError && <p role="alert">{messageOf(run.error, language)}</p>}
        {run.data && !run.isPending && <ImportResult answer={run.data} />}
      </div>
    </form>
  );
}

function Progress({ regionId, importId }: { regionId: string; importId: string }) {
  const { t } = useTranslation('memory');
  const format = useFormat();
  const { data } = useQuery(importsQuery(regionId, true));
  const running = data?.imports.find((each) => each.importId === importId);
  return (
    <p>
      {t('imports.running', {
        read: format.number(running?.read ?? 0),
        recorded: format.number(running?.recorded ?? 0),
      })}
    </p>
  );
}
