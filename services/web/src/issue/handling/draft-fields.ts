import type { Clarification, ClarificationStatus } from '@kentongan/contracts';

export type DraftText = Clarification['text'];
export type VariantName = keyof DraftText['variants'];

/** The fields of words in the order in which they are read, with their longest length. */
export const wordFields = [
  { name: 'headline', charactersMax: 200, lines: 1 },
  { name: 'warningLabel', charactersMax: 200, lines: 1 },
  { name: 'myth', charactersMax: 500, lines: 2 },
  { name: 'whyWrong', charactersMax: 3_000, lines: 3 },
  { name: 'alternativeExplanation', charactersMax: 3_000, lines: 3 },
  { name: 'factAgain', charactersMax: 500, lines: 2 },
  { name: 'citizenAction', charactersMax: 1_000, lines: 2 },
  { name: 'spokesperson', charactersMax: 200, lines: 1 },
] as const;
export type WordField = (typeof wordFields)[number]['name'];

export const variantCharactersMax: Readonly<Record<VariantName, number>> = {
  whatsapp: 1_000,
  instagram: 2_200,
  x: 280,
  pressRelease: 10_000,
  runningText: 300,
};
export const variantNames = Object.keys(variantCharactersMax) as readonly VariantName[];

export const verdicts = [
  'hoax',
  'misleading',
  'unproven',
  'true',
  'satire',
  'criticismOpinion',
  'complaint',
] as const satisfies readonly NonNullable<DraftText['verdict']>[];

export const misinformationTypes = [
  'satireParody',
  'falseConnection',
  'misleadingContent',
  'falseContext',
  'imposterContent',
  'manipulatedContent',
  'fabricatedContent',
] as const satisfies readonly NonNullable<DraftText['misinformationType']>[];

export const isEditable = (status: ClarificationStatus): boolean =>
  status === 'suggested' || status === 'draft';
