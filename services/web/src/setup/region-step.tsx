import type { PlaceView } from '@kentongan/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../account/account.module.css';
import { messageOf } from '../api/failure.js';
import { zoneName } from '../format/zones.js';
import { useLanguage } from '../i18n/use-language.js';
import { identifierOf } from '../settings/identifier.js';
import { PlacePicker } from '../settings/place-picker.js';
import { timeZoneOf, timeZones } from '../settings/time-zone-of.js';
import { usePutRegion } from '../settings/use-save-region.js';

/** Step 1: which government this desk belongs to. */
export function RegionStep({
  given,
  onDone,
}: {
  /** Set by the operator in a file: to be used as they are. */
  given: readonly { readonly regionId: string; readonly name: string }[];
  onDone: (regionId: string) => void;
}) {
  const { t } = useTranslation('setup');
  const language = useLanguage();
  const put = usePutRegion();
  const [place, setPlace] = useState<PlaceView | null>(null);
  const [name, setName] = useState('');
  const [timeZone, setTimeZone] = useState<string>('Asia/Jakarta');
  const choose = (chosen: PlaceView) => {
    setPlace(chosen);
    setName(chosen.name);
    setTimeZone(timeZoneOf(chosen.code));
  };
  const save = () => {
    if (!place) return;
    put.mutate(
      {
        regionId: identifierOf(name),
        name: name.trim(),
        mode: 'live',
        timeZone,
        placeRoots: [place.code],
        watchRules: [],
        feeds: [],
        pressHosts: [],
        agencies: [],
        dutyOfficers: [],
      },
      { onSuccess: (saved) => onDone(saved.regionId) },
    );
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p>{t('region.words')}</p>
      {given.map(({ regionId, name: givenName }) => (
        <Button key={regionId} variant="default" mih={44} onClick={() => onDone(regionId)}>
          {t('region.given', { name: givenName })}
        </Button>
      ))}
      <PlacePicker chosen={place?.code} onChoose={choose} />
      {place && <NameAndZone name={name} timeZone={timeZone} onName={setName} onTimeZone={setTimeZone} />}
      {put.isError && (
        <p className={styles.error} role="alert">
          {messageOf(put.error, language)}
        </p>
      )}
      <Button type="submit" mih={48} loading={put.isPending} disabled={!place || identifierOf(name) === ''}>
        {t('next')}
      </Button>
    </form>
  );
}

function NameAndZone({
  name,
  timeZone,
  onName,
  onTimeZone,
}: {
  name: string;
  timeZone: string;
  onName: (name: string) => void;
  onTimeZone: (timeZone: string) => void;
}) {
  const { t: settings } = useTranslation('settings');
  const language = useLanguage();
  return (
    <>
      <TextInput
        label={settings('region.name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      <NativeSelect
        label={settings('region.timeZone')}
        value={timeZone}
        onChange={(event) => onTimeZone(event.currentTarget.value)}
        data={timeZones.map((value) => ({ value, label: `${zoneName(value, language)} (${value})` }))}
      />
    </>
  );
}
