import type { OwnPlace, RegionView } from '@kentongan/contracts';
import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaces } from '../archive/place-queries.js';
import { useFormat } from '../format/use-format.js';
import { lazyPart } from '../ui/lazy-part.js';
import { OwnPlaceDialog } from './own-place-dialog.js';
import { OwnPlaceList } from './own-place-list.js';
import { areSamePlaces, listOfPlaces, nameKey, ownPlacesMax, searchPlaces } from './own-places.js';
import { SaveBar } from './save-bar.js';
import styles from './settings.module.css';
import { useSaveRegion } from './use-save-region.js';
import { useUndoNotice } from './use-undo-notice.js';

const PlacesImport = lazyPart(() => import('./places-import.js'));

type Places = readonly OwnPlace[];

/** Names by which people of the region say where something is, and where that is. */
export function OwnPlacesSection({ region }: { region: RegionView }) {
  const { t } = useTranslation('settings');
  const { isSaving, save } = useSaveRegion();
  const { stored, places, setPlaces, change, remove } = useOwnPlaces(region);
  const [opened, setOpened] = useState<OwnPlace | 'new' | 'list' | null>(null);
  const [words, setWords] = useState('');
  const known = usePlaces(places.map(({ placeCode }) => placeCode));
  const placeName = (code: string) => known.get(code)?.fullName ?? code;
  const isLocked = region.isConfiguredByFile;
  const dialog = {
    // Of a region with several areas each may hold the place, so the whole country is searched.
    within: region.placeRoots.length === 1 ? region.placeRoots[0] : undefined,
    onClose: () => setOpened(null),
  };
  return (
    <div className={styles.form}>
      <p>{t('places.lead')}</p>
      <Tools words={words} count={places.length} isLocked={isLocked} onSearch={setWords} onOpen={setOpened} />
      <OwnPlaceList
        key={words}
        found={searchPlaces(places, words, placeName)}
        all={places.length}
        words={words}
        placeName={placeName}
        isLocked={isLocked}
        onEdit={setOpened}
        onRemove={remove}
      />
      <OwnPlaceDialog
        {...dialog}
        edited={opened === 'list' ? null : opened}
        places={places}
        placeName={placeName}
        onDone={(made, before) => {
          change((all) => [...all.filter((each) => each !== before), made]);
          setOpened(null);
          if (!before) setWords('');
        }}
      />
      <PlacesImport
        {...dialog}
        isWanted={opened === 'list'}
        isOpen={opened === 'list'}
        known={new Set(places.map(({ name }) => nameKey(name)))}
        onDone={(made) => {
          change((all) => [...all, ...made]);
          setOpened(null);
        }}
      />
      <SaveBar
        isChanged={!areSamePlaces(places, stored)}
        isSaving={isSaving}
        isLocked={isLocked}
        onSave={() => save({ ...region, ownPlaces: [...places] })}
        onDiscard={() => setPlaces(stored)}
      />
    </div>
  );
}

/** The list as it is being changed; what was removed can be put back for a while. */
function useOwnPlaces({ ownPlaces }: RegionView) {
  const { t } = useTranslation('settings');
  const offerUndo = useUndoNotice();
  const stored = useMemo(() => listOfPlaces(ownPlaces ?? []), [ownPlaces]);
  const [places, setPlaces] = useState<Places>(stored);
  const change = (to: (before: Places) => Places) => setPlaces((before) => listOfPlaces(to(before)));
  const remove = (place: OwnPlace) => {
    change((all) => all.filter((each) => each !== place));
    offerUndo(t('places.removed', { name: place.name }), () => change((all) => [...all, place]));
  };
  return { stored, places, setPlaces, change, remove };
}

function Tools({
  words,
  count,
  isLocked,
  onSearch,
  onOpen,
}: {
  words: string;
  count: number;
  isLocked: boolean;
  onSearch: (words: string) => void;
  onOpen: (dialog: 'new' | 'list') => void;
}) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const isFull = count >= ownPlacesMax;
  return (
    <>
      <div className={styles.adding}>
        {count > 0 && (
          <TextInput
            className={styles.grows}
            type="search"
            aria-label={t('places.search')}
            placeholder={t('places.search')}
            leftSection={<IconSearch size={18} aria-hidden="true" />}
            value={words}
            onChange={(event) => onSearch(event.currentTarget.value)}
          />
        )}
        <Button
          mih={44}
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          disabled={isLocked || isFull}
          onClick={() => onOpen('new')}
        >
          {t('places.add')}
        </Button>
        <Button variant="default" mih={44} disabled={isLocked || isFull} onClick={() => onOpen('list')}>
          {t('places.import.action')}
        </Button>
      </div>
      {isFull && <p className={styles.note}>{t('places.full', { max: format.number(ownPlacesMax) })}</p>}
    </>
  );
}
