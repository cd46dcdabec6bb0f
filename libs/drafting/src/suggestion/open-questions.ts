import type { Evidence, OpenQuestion, Signal } from '@kentongan/contracts';
import { subjectLabels } from '@kentongan/language';
import type { SuggestionInput, TextField } from './suggestion.js';

const questionCharactersMax = 500;

const questions: Partial<Record<TextField, string>> = {
  headline: 'Apa faktanya, dalam satu kalimat yang dapat kami jadikan judul?',
  myth: 'Apa tepatnya yang dinyatakan pesan yang beredar itu, dalam satu kalimat?',
  whyWrong: 'Bagian mana dari informasi itu yang keliru, dan bukti apa yang menunjukkannya?',
  alternativeExplanation:
    'Apa yang sebenarnya terjadi di lapangan? Mohon dokumen, foto, atau pernyataan resmi.',
  citizenAction: 'Nomor atau alamat mana yang dapat dihubungi warga tentang hal ini?',
};
const primaryEvidenceQuestion =
  'Mohon satu bukti utama (dokumen, halaman resmi, foto, atau pernyataan pejabat) yang dapat kami lampirkan.';

/** What an agency must answer before the draft can stand on its own; the first question tells why it is asked. */
export function questionsFor(
  missing: readonly TextField[],
  input: SuggestionInput,
): { agencyId: string | null; question: string }[] {
  const asked = missing.flatMap((field) => questions[field] ?? []);
  if (!holdsPrimary(input.evidence)) asked.push(primaryEvidenceQuestion);
  const [first, ...rest] = asked;
  if (first === undefined) return [];
  return [occasion(input.signal, input.regionName) + first, ...rest].map((question) => ({
    agencyId: input.agency?.agencyId ?? null,
    question: question.slice(0, questionCharactersMax),
  }));
}

/** The questions that neither new words in their field nor new evidence has answered. */
export function questionsStillOpen(
  open: readonly OpenQuestion[],
  changedFields: readonly string[],
  evidence: readonly Evidence[],
): OpenQuestion[] {
  const answered = Object.entries(questions).flatMap(([field, question]) =>
    changedFields.includes(field) ? [question] : [],
  );
  if (holdsPrimary(evidence)) answered.push(primaryEvidenceQuestion);
  return open.filter(({ question }) => !answered.some((each) => question.endsWith(each)));
}

function holdsPrimary(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ kind }) => kind !== 'factCheck' && kind !== 'other');
}

/** Why somebody should answer now: what was counted, and what is usual. */
function occasion(signal: Signal | null, regionName: string): string {
  if (!signal) return '';
  const usual = signal.norm === null ? '' : ` (biasanya sekitar ${numberOf(signal.norm)})`;
  return `Dalam ${windowOf(signal)} ada ${signal.count} unggahan dari ${signal.distinctAuthors} penulis${usual} ${aboutWhat(signal, regionName)}. `;
}

/** What the posts are about, in words that are the program's own: a post is never quoted. */
export function aboutWhat(signal: Signal | null, regionName: string): string {
  const subject = signal?.composition?.subjects[0]?.value;
  const label = subject === undefined ? undefined : labelOf(subject);
  return `tentang ${label ?? 'informasi yang beredar'} di ${regionName}`;
}

function labelOf(subject: string): string | undefined {
  return Object.hasOwn(subjectLabels, subject)
    ? subjectLabels[subject as keyof typeof subjectLabels].id.toLowerCase()
    : undefined;
}

function windowOf({ windowMinutes }: Signal): string {
  if (windowMinutes < 120) return `${windowMinutes} menit`;
  const hours = Math.round(windowMinutes / 60);
  return hours < 48 ? `${hours} jam` : `${Math.round(hours / 24)} hari`;
}

function numberOf(value: number): string {
  return value < 10 ? String(Math.round(value * 10) / 10).replace('.', ',') : String(Math.round(value));
}
