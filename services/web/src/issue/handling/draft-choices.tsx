import type { Agency, Clarification } from '@kentongan/contracts';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../i18n/codes.js';
import { agencyChoices } from '../moves/agency-choices.js';
import { misinformationTypes, verdicts } from './draft-fields.js';
import { FieldNotes } from './field-notes.js';
import type { Draft } from './use-draft.js';
import styles from './work.module.css';

/** What is chosen, not written: verdict, kind of error, agency, how long it holds. */
export function DraftChoices({
  draft,
  clarification,
  agencies,
  isOpen,
}: {
  draft: Draft;
  clarification: Clarification;
  agencies: readonly Agency[];
  isOpen: boolean;
}) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  const { text } = draft;
  const none = t('draft.notChosen');
  const choices = (group: string, values: readonly string[]) => [
    { value: '', label: none },
    ...values.map((value) => ({ value, label: words(group, value) })),
  ];
  const fields = [
    { name: 'verdict', value: text.verdict, data: choices('verdict', verdicts) },
    {
      name: 'misinformationType',
      value: text.misinformationType,
      data: choices('misinformationType', misinformationTypes),
    },
    { name: 'agencyId', value: text.agencyId, data: agencyChoices(agencies, none) },
  ] as const;
  return (
    <div className={styles.pair}>
      {fields.map(({ name, value, data }) => (
        <div key={name}>
          {isOpen ? (
            <NativeSelect
              name={name}
              label={words('field', name)}
              value={value ?? ''}
              onChange={(event) => draft.change(name, event.currentTarget.value || null)}
              data={[...data]}
            />
          ) : (
            <TextInput
              label={words('field', name)}
              readOnly
              variant="filled"
              value={data.find((each) => each.value === (value ?? ''))?.label ?? value ?? ''}
            />
          )}
          <FieldNotes field={name} clarification={clarification} />
        </div>
      ))}
      <div>
        <TextInput
          type="date"
          label={words('field', 'validUntil')}
          readOnly={!isOpen}
          value={text.validUntil?.slice(0, 10) ?? ''}
          onChange={(event) => {
            const day = event.currentTarget.value;
            draft.change('validUntil', day === '' ? null : `${day}T23:59:59.000Z`);
          }}
        />
        <FieldNotes field="validUntil" clarification={clarification} />
      </div>
    </div>
  );
}
