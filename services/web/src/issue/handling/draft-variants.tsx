import type { Clarification } from '@kentongan/contracts';
import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { useCodeWords } from '../../i18n/codes.js';
import { useCopy } from '../../ui/use-copy.js';
import { type VariantName, variantCharactersMax, variantNames } from './draft-fields.js';
import { FieldNotes } from './field-notes.js';
import type { Draft } from './use-draft.js';
import styles from './work.module.css';

/** The same words for each channel, counted against what the channel takes. */
export function DraftVariants({
  draft,
  clarification,
  isOpen,
}: {
  draft: Draft;
  clarification: Clarification;
  isOpen: boolean;
}) {
  const { t } = useTranslation('issue');
  return (
    <div className={styles.fields}>
      <h3 className={styles.subTitle}>{t('draft.variants')}</h3>
      {variantNames.map((name) => (
        <Variant key={name} name={name} draft={draft} clarification={clarification} isOpen={isOpen} />
      ))}
    </div>
  );
}

function Variant({
  name,
  draft,
  clarification,
  isOpen,
}: {
  name: VariantName;
  draft: Draft;
  clarification: Clarification;
  isOpen: boolean;
}) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  const format = useFormat();
  const copy = useCopy();
  const text = draft.text.variants[name];
  const max = variantCharactersMax[name];
  return (
    <div>
      <Textarea
        label={words('field', name)}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={max}
        readOnly={!isOpen}
        variant={isOpen ? 'default' : 'filled'}
        value={text}
        dir="auto"
        onChange={(event) => draft.change(`variants.${name}`, event.currentTarget.value)}
      />
      <div className={styles.variantHead}>
        <span className={styles.counter} data-over={text.length >= max}>
          {format.number(text.length)} / {format.number(max)}
        </span>
        <Button
          variant="subtle"
          mih={44}
          disabled={text.trim() === ''}
          aria-label={t('draft.copyVariant', { channel: words('field', name) })}
          onClick={() => copy(text)}
        >
          {t('draft.copy')}
        </Button>
      </div>
      <FieldNotes field={`variants.${name}`} clarification={clarification} />
    </div>
  );
}
