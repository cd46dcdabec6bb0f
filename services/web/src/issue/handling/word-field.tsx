import type { Clarification } from '@kentongan/contracts';
import { Textarea } from '@mantine/core';
import { useCodeWords } from '../../i18n/codes.js';
import type { WordField } from './draft-fields.js';
import { FieldNotes } from './field-notes.js';
import type { Draft } from './use-draft.js';

export function WordFieldInput({
  field: { name, charactersMax, lines },
  draft,
  clarification,
  isOpen,
  onFocus,
}: {
  field: { readonly name: WordField; readonly charactersMax: number; readonly lines: number };
  draft: Draft;
  clarification: Clarification;
  isOpen: boolean;
  onFocus: () => void;
}) {
  const words = useCodeWords();
  const hint = words('fieldHint', name);
  const isBlocked = clarification.problems.some((each) => each.field === name && each.isBlocking);
  return (
    <div>
      <Textarea
        name={name}
        label={words('field', name)}
        description={isOpen ? hint : undefined}
        autosize
        minRows={lines}
        maxRows={16}
        maxLength={charactersMax}
        readOnly={!isOpen}
        variant={isOpen ? 'default' : 'filled'}
        value={draft.text[name]}
        error={isBlocked}
        dir="auto"
        onFocus={onFocus}
        onChange={(event) => draft.change(name, event.currentTarget.value)}
      />
      <FieldNotes field={name} clarification={clarification} />
    </div>
  );
}
