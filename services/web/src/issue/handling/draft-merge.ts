import type { DraftText } from './draft-fields.js';

/** A text as fields of plain values; variants are fields of their own, as the lint rules name them. */
type Flat = Readonly<Record<string, unknown>>;

const flat = ({ variants, ...rest }: DraftText): Flat => ({
  ...rest,
  ...Object.fromEntries(Object.entries(variants).map(([name, text]) => [`variants.${name}`, text])),
});

const deep = (fields: Flat): DraftText => {
  const variants: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith('variants.')) variants[name.slice('variants.'.length)] = value;
    else rest[name] = value;
  }
  return { ...rest, variants } as unknown as DraftText;
};

export interface FieldConflict {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface Merge {
  /** Mine, with what only the others changed. */
  readonly text: DraftText;
  /** Changed on both sides, differently: mine stands in `text`. */
  readonly conflicts: readonly FieldConflict[];
}

export const isSameText = (a: DraftText, b: DraftText): boolean =>
  JSON.stringify(sorted(flat(a))) === JSON.stringify(sorted(flat(b)));

const sorted = (fields: Flat) => Object.entries(fields).sort(([a], [b]) => a.localeCompare(b));

/** Nobody's words are lost: what was typed here stays, what others changed elsewhere comes in, the rest is asked. */
export function mergeDrafts(base: DraftText, mine: DraftText, theirs: DraftText): Merge {
  const [was, here, there] = [flat(base), flat(mine), flat(theirs)];
  const merged: Record<string, unknown> = { ...here };
  const conflicts: FieldConflict[] = [];
  for (const [field, value] of Object.entries(there)) {
    if (value === here[field] || value === was[field]) continue;
    if (here[field] === was[field]) merged[field] = value;
    else conflicts.push({ field, mine: String(here[field] ?? ''), theirs: String(value ?? '') });
  }
  return { text: deep(merged), conflicts };
}

export function withField(text: DraftText, field: string, value: unknown): DraftText {
  return deep({ ...flat(text), [field]: value });
}
