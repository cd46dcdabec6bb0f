import { type DraftText, type VariantName, variantNames, wordFields } from './draft-fields.js';

/** One part of a proposal beside what stands in the draft. */
export interface ProposedField {
  /** As the draft and its rules name it: `headline`, `variants.whatsapp`. */
  readonly field: string;
  /** As codes name it. */
  readonly name: string;
  readonly isVariant: boolean;
  readonly standing: string;
  readonly proposed: string;
}

const chosenFields = ['misinformationType', 'agencyId'] as const;

/** The parts for which the proposal has something to say; it never proposes to empty one. */
export function proposedFields(standing: DraftText, proposed: DraftText): ProposedField[] {
  const plain = [...wordFields.map(({ name }) => name), ...chosenFields].map((name) => ({
    field: name,
    name,
    isVariant: false,
    standing: standing[name] ?? '',
    proposed: proposed[name] ?? '',
  }));
  const variants = variantNames.map((name: VariantName) => ({
    field: `variants.${name}`,
    name,
    isVariant: true,
    standing: standing.variants[name],
    proposed: proposed.variants[name],
  }));
  return [...plain, ...variants].filter((each) => each.proposed.trim() !== '');
}

export const isTaken = ({ standing, proposed }: ProposedField): boolean => standing === proposed;
