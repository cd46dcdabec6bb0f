import type { PlaceView } from '@kentongan/contracts';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { Failure } from '../ui/failure.js';
import styles from './settings.module.css';

const charactersMin = 2;
const waitMilliseconds = 200;
const placesShown = 12;

/** Looks a place up by its name. */
export function PlacePicker({
  chosen,
  within,
  onChoose,
}: {
  chosen: string | undefined;
  /** Code of the place inside which to look; the whole country unless given. */
  within?: string | undefined;
  onChoose: (place: PlaceView) => void;
}) {
  const { t } = useTranslation('settings');
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), waitMilliseconds);
  const places = useQuery({
    queryKey: ['places', 'search', q, within],
    queryFn: () => {
      const query = { q, limit: placesShown, ...(within === undefined ? {} : { within }) };
      return answer(client.GET('/api/places', { params: { query } }));
    },
    enabled: q.length >= charactersMin,
  });
  return (
    <div className={styles.form}>
      <TextInput
        label={t('region.search')}
        description={t('region.searchHint')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {places.isError && <Failure error={places.error} onRetry={() => places.refetch()} />}
      <div className={styles.choices} role="status">
        {places.data?.map((place) => (
          <button
            key={place.code}
            type="button"
            className={styles.choice}
            aria-pressed={chosen === place.code}
            onClick={() => onChoose(place)}
          >
            <strong>{place.fullName}</strong>
            <span className="k-muted">{t(`placeLevel.${place.level}`)}</span>
          </button>
        ))}
        {places.data?.length === 0 && <p className="k-muted">{t('region.noPlace')}</p>}
      </div>
    </div>
  );
}
