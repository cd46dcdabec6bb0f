import { maskPersons } from '../privacy/mask-persons.js';
import { visibleText } from '../privacy/visible-text.js';
import { contentStems, shareHeld } from '../text/content-words.js';
import { sentencesOf } from '../text/sentences.js';
import { advice, blocking, isEmpty, type LintRule, wordFields } from './lint-rule.js';
import { variantNames } from './myth-rules.js';

const refutationStemsMin = 2;
/** So much of an explanation said before is no explanation. */
const explanationSaidMax = 0.9;

/** Threats wherever they stand. Criticism of the state is no defamation (MK 105/PUU-XXII/2024). */
const threats =
  /\b(?:uu ite|undang-undang ite|pencemaran nama baik|ancaman (?:pidana|hukuman|penjara)|somasi|(?:menempuh|tempuh|mengambil|ambil) (?:jalur|langkah|upaya) hukum|(?:jalur|langkah) hukum (?:akan )?(?:kami )?(?:tempuh|ambil)|(?:akan|kami|siap) (?:akan )?(?:me)?(?:laporkan|dilaporkan|mempidanakan|pidanakan|dipidanakan|menuntut|tuntut)|(?:akan )?(?:kami )?(?:ditindak|tindak|tindakan) tegas|dijerat|jerat(?:an)? (?:hukum|pasal|uu)|legal action|will be (?:prosecuted|arrested|reported|sued)|press charges|defamation)\b/i;
/** What is said about those who passed it on, together with punishment, in one sentence. */
const spreaders =
  /\b(?:penyebar|penyebaran|menyebar|menyebarkan|menyebarluaskan|disebarkan|pembuat|pengunggah|mengunggah|penulis|pemilik akun|meneruskan|spreads?|spreading|sharing|shares)\b/i;
const punishment =
  /\b(?:pidana|dipidana|hukuman|dihukum|penjara|dipenjara|polisi|polri|polda|polres|kepolisian|bareskrim|ditangkap|tangkap|diburu|buru|dituntut|diproses|proses hukum|sanksi|denda|didenda|prosecuted|jail|police|arrested|fined?)\b/i;

const hoaxWords = /\b(?:hoaks|hoax|berita bohong|kabar bohong|fitnah|disinformasi)\b/i;

/** Whether words bear the label that only a person gives. */
export function saysHoax(words: string): boolean {
  return hoaxWords.test(visibleText(words).normalize('NFKC'));
}

/** Beside the myth's own words and the denial something must say what is wrong. */
export const notABareDenial: LintRule = ({ text }) => {
  if (isEmpty(text.whyWrong)) return [];
  const mythStems = contentStems(text.myth);
  const own = [...contentStems(text.whyWrong)].filter((stem) => !mythStems.has(stem));
  return own.length < refutationStemsMin ? [blocking('bareDenial', 'whyWrong')] : [];
};

export const noThreats: LintRule = ({ text }) =>
  fieldsWithVariants(text)
    .filter(([, words]) => isThreat(words))
    .map(([field]) => blocking('threat', field));

/** Whether words threaten those who pass something on. */
export function isThreat(words: string): boolean {
  const seen = visibleText(words).normalize('NFKC');
  if (threats.test(seen.replace(/\s+/g, ' '))) return true;
  return sentencesOf(seen).some((sentence) => spreaders.test(sentence) && punishment.test(sentence));
}

/** A myth that names an account or a number would lead people to somebody. */
export const namesNobody: LintRule = ({ text }) =>
  fieldsWithVariants(text)
    .filter(([field]) => field === 'myth')
    .filter(([, words]) => maskPersons(visibleText(words)) !== visibleText(words))
    .map(([field]) => blocking('personNamed', field));

/** Criticism, complaints and journalism never get the hoax label, whoever asks. */
export const hoaxLabel: LintRule = ({ text, route }) => {
  const isNoHoax = text.verdict === 'criticismOpinion' || text.verdict === 'complaint';
  const protectedRoute = route === 'criticism' || route === 'complaint' || route === 'journalism';
  const labels = text.verdict === 'hoax' || text.verdict === 'misleading';
  return [
    ...(protectedRoute && labels ? [blocking('verdictAgainstRoute', 'verdict')] : []),
    ...(isNoHoax || protectedRoute
      ? fieldsWithVariants(text)
          .filter(([, words]) => saysHoax(words))
          .map(([field]) => blocking('hoaxLabelOnCriticism', field))
      : []),
  ];
};

/** The label is a person's word: it stands nowhere before the verdict says so. */
export const hoaxLabelNeedsVerdict: LintRule = ({ text }) => {
  if (text.verdict === 'hoax' || text.verdict === 'misleading') return [];
  // These two have a rule of their own, with words of its own.
  if (text.verdict === 'criticismOpinion' || text.verdict === 'complaint') return [];
  return fieldsWithVariants(text)
    .filter(([, words]) => saysHoax(words))
    .map(([field]) => blocking('hoaxLabelWithoutVerdict', field));
};

/** An explanation that only says again what is wrong leaves the gap open that the myth filled. */
export const explanationAddsSomething: LintRule = ({ text }) => {
  const explanation = contentStems(text.alternativeExplanation);
  if (explanation.size === 0) return [];
  const said = contentStems(`${text.whyWrong} ${text.myth}`);
  return shareHeld(explanation, said) >= explanationSaidMax
    ? [advice('explanationRepeatsRefutation', 'alternativeExplanation')]
    : [];
};

function fieldsWithVariants(text: Parameters<LintRule>[0]['text']): [field: string, words: string][] {
  return [
    ...wordFields.map((field): [string, string] => [field, text[field]]),
    ['myth', text.myth],
    ...variantNames.map((name): [string, string] => [`variants.${name}`, text.variants[name]]),
  ];
}
