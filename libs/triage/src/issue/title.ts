import { type Signal, shortened } from '@kentongan/contracts';
import { subjectLabels } from '@kentongan/language';

const excerptCharactersMax = 80;
const titleCharactersMax = 160;

/** Names that a title needs; undefined for what is unknown. */
export interface TitleNames {
  /** Of a gazetteer code, as in `Pedurungan`. */
  readonly place: (code: string) => string | undefined;
  readonly source: (sourceId: string) => string | undefined;
  /** What a watch rule is called: its first phrase. */
  readonly watchRule: (ruleId: string) => string | undefined;
  readonly factTitle: string | null;
}

/**
 * A plain title in Bahasa Indonesia: what it is about and where, or what it resembles, or what it says. It never
 * judges: *hoaks* stands in none, not even where the title of a fact has it.
 */
export function titleOf(signal: Signal, names: TitleNames): string {
  const title =
    titleOfFact(names.factTitle) ??
    titleOfPlace(signal, names) ??
    titleOfKey(signal, names) ??
    quoted(signal.tippingPost.excerpt) ??
    'Lonjakan unggahan';
  return shortened(title, titleCharactersMax);
}

/** Removes the stamps that publishers of fact-checks put in front, and every judging word. */
export function withoutJudgement(text: string): string {
  return text
    .replace(/^\s*[[(][^\])]{1,40}[\])]\s*/u, '')
    .replace(/^\s*(cek fakta|hoaks|hoax|disinformasi|misinformasi|salah|keliru)\s*[:!,-]\s*/iu, '')
    .replace(/#?\p{L}*(?:hoaks|hoax)\p{L}*/giu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s+([.,:!?])/gu, '$1')
    .trim();
}

function titleOfFact(factTitle: string | null): string | null {
  const plain = withoutJudgement(factTitle ?? '');
  return plain === '' ? null : `Mirip periksa fakta: ${plain}`;
}

/** A place is worth more than the subject alone, so that a further key may name it. */
function titleOfPlace({ key, alsoKeys }: Signal, names: TitleNames): string | null {
  if (key.kind === 'hashtag' || key.kind === 'watchRule') return null;
  for (const { kind, value } of [key, ...alsoKeys]) {
    if (kind !== 'subjectPlace') continue;
    const [subject = '', code = '*'] = value.split('|');
    const place = code === '*' ? undefined : names.place(code);
    if (place !== undefined) return `${subjectLabel(subject)} di ${place}`;
  }
  return null;
}

function titleOfKey({ key, tippingPost }: Signal, names: TitleNames): string | null {
  switch (key.kind) {
    case 'subjectPlace': {
      const [subject = '', code = '*'] = key.value.split('|');
      return code === '*' ? subjectLabel(subject) : `${subjectLabel(subject)} di ${code}`;
    }
    case 'hashtag':
      return withoutJudgement(`#${key.value}`) === '' ? null : `#${key.value}`;
    case 'watchRule':
      return `Kata pantauan: ${names.watchRule(key.value) ?? key.value}`;
    case 'volume': {
      const source = names.source(key.value) ?? key.value;
      const excerpt = quoted(tippingPost.excerpt);
      return `Ramai di ${source}${excerpt === null ? '' : `: ${excerpt}`}`;
    }
    case 'nearCopy':
    case 'hoaxMatch':
      return null;
  }
}

function subjectLabel(subject: string): string {
  const labels: Readonly<Record<string, { readonly id: string }>> = subjectLabels;
  return labels[subject]?.id ?? subject;
}

function quoted(excerpt: string): string | null {
  const words = withoutJudgement(excerpt.replace(/https?:\/\/\S+/giu, ' ').replace(/@[\w.]+/gu, ' '));
  return words === '' ? null : `“${shortened(words, excerptCharactersMax)}”`;
}
