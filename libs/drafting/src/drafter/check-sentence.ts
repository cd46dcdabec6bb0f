import { isThreat, saysHoax } from '../lint/word-rules.js';
import { maskPersons } from '../privacy/mask-persons.js';
import { visibleText } from '../privacy/visible-text.js';
import { contentStems, shareHeld } from '../text/content-words.js';
import { leadsOnlyTo } from '../text/links.js';
import { repeatsMyth } from '../text/repeats-myth.js';
import { sentencesOf } from '../text/sentences.js';
import type { DraftedSentence } from './draft-answer.js';
import type { DraftMaterial, DraftSource } from './draft-material.js';

/** Why a sentence is not used. The first two are shown for a person to check; the words of the others are not. */
export type SentenceProblem =
  | 'unknownSource'
  | 'notInSource'
  | 'hiddenCharacters'
  | 'foreignLink'
  | 'personNamed'
  | 'secret'
  | 'verdictWord'
  | 'threat'
  | 'repeatsMyth';

/** Of the words that carry a sentence's meaning, so many stand in what it rests on; the rest joins them. */
const heldMin = 0.6;
const negation = /\b(?:tidak|tak|bukan|belum|tanpa|jangan|not|no|never)\b/i;
/** A key or a token reads like this, and no word of Bahasa Indonesia does. */
const tokenLike = /(?=[\w+/=-]{16,})(?=[\w+/=-]{0,200}\d)(?=[\w+/=-]{0,200}[A-Za-z])[\w+/=-]{16,200}/;

/**
 * Why a drafted sentence may not be used, or null: whatever it says must stand in the sources it names, with their
 * numbers and without turning a "not" around, and it must lead nowhere, name nobody, threaten nobody and judge nothing.
 * @param secrets values that must never come back
 */
export function sentenceProblem(
  { text, restsOn }: DraftedSentence,
  material: DraftMaterial,
  myth: string,
  secrets: readonly string[],
): SentenceProblem | null {
  const plain = visibleText(text).normalize('NFKC');
  const cited = material.sources.filter(({ label }) => restsOn.includes(label));
  if (plain !== text || mixesScripts(plain)) return 'hiddenCharacters';
  if (secrets.some((secret) => plain.includes(secret)) || tokenLike.test(plain)) return 'secret';
  if (!leadsOnlyTo(plain, material.allowedHosts)) return 'foreignLink';
  if (maskPersons(plain) !== plain) return 'personNamed';
  if (saysHoax(plain)) return 'verdictWord';
  if (isThreat(plain)) return 'threat';
  if (repeatsMyth(plain, myth)) return 'repeatsMyth';
  if (cited.length === 0 || cited.length !== new Set(restsOn).size) return 'unknownSource';
  return standsIn(plain, cited) ? null : 'notInSource';
}

function standsIn(sentence: string, cited: readonly DraftSource[]): boolean {
  const stems = contentStems(sentence);
  const all = cited.map(({ text }) => text).join('\n');
  if (stems.size === 0 || shareHeld(stems, contentStems(all)) < heldMin) return false;
  const numbers = new Set(all.match(/\d+/g) ?? []);
  if (!(sentence.match(/\d+/g) ?? []).every((number) => numbers.has(number))) return false;
  return negation.test(closestSentence(stems, all)) === negation.test(sentence);
}

function closestSentence(stems: ReadonlySet<string>, text: string): string {
  let closest = '';
  let most = -1;
  for (const sentence of sentencesOf(text)) {
    const share = shareHeld(stems, contentStems(sentence));
    if (share > most) [closest, most] = [sentence, share];
  }
  return closest;
}

/** Latin letters beside look-alikes of other scripts in one word are there to deceive. */
function mixesScripts(text: string): boolean {
  return text
    .split(/\s+/)
    .some(
      (word) =>
        /\p{Script=Latin}/u.test(word) &&
        /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(word),
    );
}
