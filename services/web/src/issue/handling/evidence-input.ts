import type { Evidence } from '@kentongan/contracts';

export const evidenceKinds = [
  'document',
  'officialPage',
  'statement',
  'photo',
  'factCheck',
  'other',
] as const satisfies readonly Evidence['kind'][];

export interface EvidenceInput {
  readonly kind: Evidence['kind'];
  readonly title: string;
  readonly url: string;
  readonly quote: string;
  readonly suppliedBy: string;
}

export const emptyEvidence: EvidenceInput = {
  kind: 'document',
  title: '',
  url: '',
  quote: '',
  suppliedBy: '',
};

/** What was left empty is left out. */
export function evidenceBody({ kind, title, url, quote, suppliedBy }: EvidenceInput) {
  const filled = { url: url.trim(), quote: quote.trim(), suppliedBy: suppliedBy.trim() };
  return {
    kind,
    title: title.trim(),
    ...(filled.url === '' ? {} : { url: filled.url }),
    ...(filled.quote === '' ? {} : { quote: filled.quote }),
    ...(filled.suppliedBy === '' ? {} : { suppliedBy: filled.suppliedBy }),
  };
}
