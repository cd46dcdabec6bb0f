import type { OwnPlace } from '@kentongan/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { nameKey } from './own-places.js';
import styles from './settings.module.css';

/** Two thousand rows at once make a phone stutter, and nobody reads them. */
const rowsAtOnce = 50;

interface OwnPlaceListProps {
  readonly found: readonly OwnPlace[];
  readonly all: number;
  readonly words: string;
  readonly placeName: (code: string) => string;
  readonly isLocked: boolean;
  readonly onEdit: (place: OwnPlace) => void;
  readonly onRemove: (place: OwnPlace) => void;
}

/** What was found, a few rows at a time. */
export function OwnPlaceList(properties: OwnPlaceListProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [rows, setRows] = useState(rowsAtOnce);
  const { found, all, words } = properties;
  const next = Math.min(rowsAtOnce, found.length - rows);
  const count = { count: found.length, number: format.number(found.length), all: format.number(all) };
  if (all === 0) return <p className="k-muted">{t('places.none')}</p>;
  return (
    <>
      <p className="k-muted" role="status">
        {found.length === 0 && t('places.notFound', { words })}
        {found.length > 0 && t(words.trim() === '' ? 'places.count' : 'places.found', count)}
      </p>
      <ul>
        {found.slice(0, rows).map((place) => (
          <Row key={nameKey(place.name)} {...properties} place={place} />
        ))}
      </ul>
      {next > 0 && (
        <Button variant="default" mih={44} w="fit-content" onClick={() => setRows(rows + rowsAtOnce)}>
          {t('places.more', { count: next })}
        </Button>
      )}
    </>
  );
}

function Row({ place, placeName, isLocked, onEdit, onRemove }: OwnPlaceListProps & { place: OwnPlace }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const { name, placeCode } = place;
  return (
    <li className={styles.row}>
      <span>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <br />
        <span className="k-muted">
          <bdi>{placeName(placeCode)}</bdi>
        </span>
      </span>
      {!isLocked && (
        <span className={styles.buttons}>
          <Button
            variant="default"
            mih={44}
            aria-label={t('places.editNamed', { name })}
            onClick={() => onEdit(place)}
          >
            {t('places.edit')}
          </Button>
          <Button
            variant="default"
            mih={44}
            aria-label={t('places.removeNamed', { name })}
            onClick={() => onRemove(place)}
          >
            {common('remove')}
          </Button>
        </span>
      )}
    </li>
  );
}
