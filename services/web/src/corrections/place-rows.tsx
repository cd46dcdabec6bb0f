import type { ArchiveHit } from '@kentongan/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlacePicker } from '../settings/place-picker.js';
import styles from './corrections.module.css';
import { type PlaceChoice, type PlaceLabel, placeChoices } from './place-choices.js';
import { saidOf, standingOf } from './said-of.js';

type Post = ArchiveHit['post'];

const none = 'none';
const other = 'other';

interface PlaceActions {
  readonly post: Post;
  readonly placeName: (code: string) => string;
  readonly correct: (post: Post, label: PlaceLabel) => void;
  readonly undo: (post: Post, label: PlaceLabel) => void;
}

/** Each of the words taken for a place, and a way to name one that the text does not. */
export function PlaceRows(actions: PlaceActions) {
  const { t } = useTranslation('archive');
  const { post, correct } = actions;
  const [asked, setAsked] = useState<string | null>(null);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const choices = placeChoices(post);
  const nameOf = (code: string) => names[code] ?? actions.placeName(code);
  return (
    <fieldset className={styles.places}>
      <legend>{t('correct.part.place')}</legend>
      {choices.length === 0 && <p className="k-muted">{t('correct.noPlace')}</p>}
      {choices.map((choice) => (
        <PlaceRow
          key={choice.words}
          {...actions}
          placeName={nameOf}
          choice={choice}
          onOther={() => setAsked(choice.words)}
        />
      ))}
      {asked === null && (
        <Button variant="default" mih={44} w="fit-content" onClick={() => setAsked('')}>
          {t('correct.addPlace')}
        </Button>
      )}
      {asked !== null && (
        <PlacePicker
          chosen={undefined}
          onChoose={({ code, name }) => {
            setNames((before) => ({ ...before, [code]: name }));
            correct(post, { part: 'place', words: asked, code });
            setAsked(null);
          }}
        />
      )}
    </fieldset>
  );
}

function PlaceRow({
  post,
  placeName,
  correct,
  undo,
  choice: { words, code, codes },
  onOther,
}: PlaceActions & { choice: PlaceChoice; onOther: () => void }) {
  const { t } = useTranslation('archive');
  const label: PlaceLabel = { part: 'place', words, code };
  const said = saidOf(post, label);
  const choose = (value: string) => {
    if (value === other) onOther();
    else correct(post, { ...label, code: value === none ? null : value });
  };
  return (
    <div className={styles.part}>
      <NativeSelect
        label={words === '' ? t('correct.unnamed') : `“${words}”`}
        value={code ?? none}
        data={[
          ...codes.map((value) => ({ value, label: `${placeName(value)} (${value})` })),
          { value: none, label: t('correct.notPlace') },
          { value: other, label: t('correct.otherPlace') },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {standingOf(post, label) !== null && (
        <p className={styles.said} role="status">
          {t('correct.said', { said: said === null ? t('correct.notPlace') : placeName(said) })}
          <button type="button" className={styles.back} onClick={() => undo(post, label)}>
            {t('correct.undo')}
          </button>
        </p>
      )}
    </div>
  );
}
