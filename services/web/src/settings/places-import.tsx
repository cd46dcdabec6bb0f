import type { OwnPlace } from '@kentongan/contracts';
import { Button, FileButton, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../api/failure.js';
import { useFormat } from '../format/use-format.js';
import { useNotices } from '../frame/notices.js';
import { useLanguage } from '../i18n/use-language.js';
import { nameKey, ownPlacesMax } from './own-places.js';
import { readPlaceRows } from './place-rows.js';
import { PlacesFound } from './places-found.js';
import styles from './settings.module.css';
import { useMeantPlaces } from './use-meant-places.js';

const fileBytesMax = 1_000_000;
const badLinesShown = 10;

interface PlacesImportProps {
  readonly isOpen: boolean;
  /** Names that the list holds already, folded. */
  readonly known: ReadonlySet<string>;
  readonly within: string | undefined;
  readonly onClose: () => void;
  readonly onDone: (places: OwnPlace[]) => void;
}

/** A pasted list or a file: read, its places looked up, what is open asked, then put into the list. */
export default function PlacesImport(properties: PlacesImportProps) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  return (
    <Modal
      size="lg"
      opened={properties.isOpen}
      onClose={properties.onClose}
      title={t('places.import.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
      closeOnClickOutside={false}
    >
      <ImportForm {...properties} />
    </Modal>
  );
}

function ImportForm({ known, within, onDone }: PlacesImportProps) {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const format = useFormat();
  const [text, setText] = useState('');
  const lookUp = useMeantPlaces(within);
  const { rows, badLines } = readPlaceRows(text);
  const names = new Set([...known, ...rows.map(({ name }) => nameKey(name))]);
  const isTooLong = names.size > ownPlacesMax;
  const write = (to: string) => {
    lookUp.reset();
    setText(to);
  };
  const problem = () => {
    if (isTooLong) return t('places.full', { max: format.number(ownPlacesMax) });
    if (badLines.length === 0) return null;
    return t('places.import.badLines', { lines: badLines.slice(0, badLinesShown).join(', ') });
  };
  return (
    <div className={styles.form}>
      <Textarea
        data-autofocus
        label={t('places.import.label')}
        description={t('places.import.hint')}
        placeholder={t('places.import.example')}
        autosize
        minRows={6}
        maxRows={12}
        value={text}
        error={problem()}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button
          mih={44}
          variant={lookUp.data ? 'default' : 'filled'}
          loading={lookUp.isPending}
          disabled={rows.length === 0 || isTooLong}
          onClick={() => lookUp.mutate(rows.map(({ place }) => place))}
        >
          {t('places.import.read', { count: rows.length, number: format.number(rows.length) })}
        </Button>
        <ListFile onRead={write} />
      </div>
      {lookUp.isError && (
        <p className={styles.error} role="alert">
          {messageOf(lookUp.error, language)}
        </p>
      )}
      {lookUp.data && <PlacesFound rows={rows} meant={lookUp.data} known={known} onDone={onDone} />}
    </div>
  );
}

function ListFile({ onRead }: { onRead: (text: string) => void }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const notices = useNotices();
  const take = async (file: File | null) => {
    if (!file) return;
    if (file.size > fileBytesMax)
      notices.problem(t('agencies.tooLarge', { size: format.bytes(fileBytesMax) }));
    else onRead(await file.text());
  };
  return (
    <FileButton accept=".csv,text/csv,text/plain" onChange={(file) => take(file).catch(() => {})}>
      {(properties) => (
        <Button {...properties} variant="default" mih={44}>
          {t('agencies.upload')}
        </Button>
      )}
    </FileButton>
  );
}
