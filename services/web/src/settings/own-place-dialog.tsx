import type { OwnPlace } from '@kentongan/contracts';
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isName, nameCharactersMax, nameKey } from './own-places.js';
import { PlacePicker } from './place-picker.js';
import styles from './settings.module.css';

interface OwnPlaceDialogProps {
  /** What is edited; `new` = one more, null = closed. */
  readonly edited: OwnPlace | 'new' | null;
  readonly places: readonly OwnPlace[];
  readonly within: string | undefined;
  readonly placeName: (code: string) => string;
  readonly onClose: () => void;
  readonly onDone: (made: OwnPlace, before: OwnPlace | null) => void;
}

export function OwnPlaceDialog(properties: OwnPlaceDialogProps) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const { edited, onClose } = properties;
  return (
    <Modal
      opened={edited !== null}
      onClose={onClose}
      title={t(edited === 'new' ? 'places.add' : 'places.dialog.edit')}
      closeButtonProps={{ 'aria-label': common('close') }}
      closeOnClickOutside={false}
    >
      {edited !== null && <PlaceForm {...properties} before={edited === 'new' ? null : edited} />}
    </Modal>
  );
}

function PlaceForm({
  before,
  places,
  within,
  placeName,
  onClose,
  onDone,
}: OwnPlaceDialogProps & { before: OwnPlace | null }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const [name, setName] = useState(before?.name ?? '');
  const [chosen, setChosen] = useState<{ code: string; fullName?: string } | null>(
    before && { code: before.placeCode },
  );
  const [isRefused, setRefused] = useState(false);
  const taken = places.find((each) => each !== before && nameKey(each.name) === nameKey(name));
  const nameProblem = () => {
    if (!isName(name)) return t('places.dialog.nameProblem');
    return taken ? t('places.dialog.taken', { name: taken.name, place: placeName(taken.placeCode) }) : null;
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (nameProblem() !== null || chosen === null) setRefused(true);
        else onDone({ name: name.trim(), placeCode: chosen.code }, before);
      }}
    >
      <TextInput
        data-autofocus
        label={t('places.dialog.name')}
        description={t('places.dialog.nameHint')}
        maxLength={nameCharactersMax}
        value={name}
        error={isRefused && nameProblem()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div>
        <strong>{t('places.dialog.where')}</strong>
        {chosen ? (
          <p>
            <bdi>{chosen.fullName ?? placeName(chosen.code)}</bdi>
          </p>
        ) : (
          <p className={isRefused ? styles.error : 'k-muted'} role={isRefused ? 'alert' : undefined}>
            {t('places.dialog.whereNone')}
          </p>
        )}
      </div>
      <PlacePicker chosen={chosen?.code} within={within} onChoose={setChosen} />
      <div className={styles.buttons}>
        <Button type="submit" mih={44}>
          {t(before ? 'places.dialog.change' : 'places.dialog.put')}
        </Button>
        <Button variant="default" mih={44} onClick={onClose}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}
