import type { RegionView } from '@kentongan/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaceNames } from '../archive/place-queries.js';
import { zoneName } from '../format/zones.js';
import { useLanguage } from '../i18n/use-language.js';
import { PlacePicker } from './place-picker.js';
import styles from './settings.module.css';
import { timeZones } from './time-zone-of.js';
import { UnsavedGuard } from './unsaved-guard.js';
import { useSaveRegion } from './use-save-region.js';

export function RegionSection({ region }: { region: RegionView }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const { isSaving, save } = useSaveRegion();
  const [name, setName] = useState(region.name);
  const [timeZone, setTimeZone] = useState(region.timeZone);
  const [placeRoots, setPlaceRoots] = useState(region.placeRoots);
  const names = usePlaceNames(placeRoots);
  const changed = { ...region, name: name.trim(), timeZone, placeRoots };
  const zones = [...new Set([...timeZones, region.timeZone])];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save(changed);
      }}
    >
      <UnsavedGuard isChanged={JSON.stringify(changed) !== JSON.stringify(region)} />
      <div className={styles.pair}>
        <TextInput
          label={t('region.name')}
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('region.timeZone')}
          value={timeZone}
          onChange={(event) => setTimeZone(event.currentTarget.value)}
          data={zones.map((value) => ({ value, label: `${zoneName(value, language)} (${value})` }))}
        />
      </div>
      <p>{placeRoots.length === 0 ? t('region.wholeCountry') : t('region.places')}</p>
      <ul>
        {placeRoots.map((code) => (
          <li key={code} className={styles.row}>
            <span>
              {names(code)} <span className="k-muted">{code}</span>
            </span>
            <Button
              variant="default"
              mih={44}
              onClick={() => setPlaceRoots(placeRoots.filter((each) => each !== code))}
            >
              {common('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <PlacePicker
        chosen={undefined}
        onChoose={({ code }) => setPlaceRoots([...new Set([...placeRoots, code])])}
      />
      <Button
        type="submit"
        mih={44}
        w="fit-content"
        loading={isSaving}
        disabled={region.isConfiguredByFile || name.trim() === ''}
      >
        {common('save')}
      </Button>
    </form>
  );
}
