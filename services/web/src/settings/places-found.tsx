import type { OwnPlace, PlaceView } from '@kentongan/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { nameKey } from './own-places.js';
import type { PlaceRow } from './place-rows.js';
import styles from './settings.module.css';
import type { MeantPlaces } from './use-meant-places.js';

const unknownShown = 10;

/** What the look-up made of a pasted list. Words that mean several places are asked once, never guessed. */
export function PlacesFound({
  rows,
  meant,
  known,
  onDone,
}: {
  rows: readonly PlaceRow[];
  meant: MeantPlaces;
  known: ReadonlySet<string>;
  onDone: (places: OwnPlace[]) => void;
}) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const asked = [...meant].filter(([, places]) => places.length > 1);
  const unknown = [...meant].filter(([, places]) => places.length === 0).map(([words]) => words);
  const codeOf = (words: string): string | undefined => {
    const places = meant.get(words) ?? [];
    return places.length === 1 ? places[0]?.code : chosen[words];
  };
  const made = new Map<string, OwnPlace>();
  for (const { name, place } of rows) {
    const placeCode = codeOf(place);
    if (placeCode) made.set(nameKey(name), { name, placeCode });
  }
  const replaced = [...made.keys()].filter((key) => known.has(key)).length;
  return (
    <div className={styles.form}>
      {asked.map(([words, places]) => (
        <OpenPlace
          key={words}
          words={words}
          rows={rows.filter(({ place }) => place === words).length}
          places={places}
          chosen={chosen[words] ?? ''}
          onChoose={(code) => setChosen((before) => ({ ...before, [words]: code }))}
        />
      ))}
      {unknown.length > 0 && (
        <p className={styles.note}>
          {t('places.import.unknown', { count: unknown.length, number: format.number(unknown.length) })}{' '}
          <bdi>{unknown.slice(0, unknownShown).join(' · ')}</bdi>
          {unknown.length > unknownShown && ' …'}
        </p>
      )}
      {replaced > 0 && (
        <p>{t('places.import.replaced', { count: replaced, number: format.number(replaced) })}</p>
      )}
      <p className="k-muted" role="status">
        {t('places.import.skipped', {
          count: rows.length - rows.filter(({ place }) => codeOf(place)).length,
        })}
      </p>
      <Button mih={44} w="fit-content" disabled={made.size === 0} onClick={() => onDone([...made.values()])}>
        {t('places.import.put', { count: made.size, number: format.number(made.size) })}
      </Button>
    </div>
  );
}

function OpenPlace({
  words,
  rows,
  places,
  chosen,
  onChoose,
}: {
  words: string;
  rows: number;
  places: readonly PlaceView[];
  chosen: string;
  onChoose: (code: string) => void;
}) {
  const { t } = useTranslation('settings');
  return (
    <NativeSelect
      label={t('places.import.open', { words, count: rows })}
      value={chosen}
      data={[
        { value: '', label: t('places.import.skip') },
        ...places.map(({ code, fullName, level }) => ({
          value: code,
          label: `${fullName} (${t(`placeLevel.${level}`)})`,
        })),
      ]}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
