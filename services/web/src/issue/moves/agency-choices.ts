import type { Agency } from '@kentongan/contracts';

export const agencyChoices = (agencies: readonly Agency[], none: string) => [
  { value: '', label: none },
  ...agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name })),
];
