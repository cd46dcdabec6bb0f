import type { LintProblem } from '@kentongan/contracts';
import { contentStems, shareHeld } from '../text/content-words.js';
import { echoesMyth, endOfMyth, repeatsMyth, verbatimMentions } from '../text/repeats-myth.js';
import { sentencesOf } from '../text/sentences.js';
import { type VariantName, variantCharactersMax } from '../variants/make-variants.js';
import { advice, blocking, isEmpty, type LintRule, wordFields } from './lint-rule.js';

/** The fact must stand in a variant's end with this share of its words. */
const factHeldMin = 0.5;
/** Lines that may stand below the fact. */
const trailers = /^(?:#|https?:|www\.|narahubung\b|sumber\b|info\b|kontak\b)/i;

export const variantNames = Object.keys(variantCharactersMax) as VariantName[];

export const headlineSaysFact: LintRule = ({ text }) =>
  repeatsMyth(text.headline, text.myth) ? [blocking('headlineRepeatsMyth', 'headline')] : [];

export const factAgainSaysFact: LintRule = ({ text }) =>
  repeatsMyth(text.factAgain, text.myth) ? [blocking('factAgainRepeatsMyth', 'factAgain')] : [];

/** Word for word twice is refused; the same words in another order are pointed out, the officer judges. */
export const mythOnce: LintRule = ({ text }) =>
  wordFields
    .filter((field) => field !== 'headline' && field !== 'factAgain')
    .flatMap((field) => {
      if (verbatimMentions(text[field], text.myth) > 0) return [blocking('mythRepeated', field)];
      return echoesMyth(text[field], text.myth) ? [advice('mythEchoed', field)] : [];
    });

export const mythInOneSentence: LintRule = ({ text }) =>
  sentencesOf(text.myth).length > 1 ? [advice('mythNotOneSentence', 'myth')] : [];

export const variantLimits: LintRule = ({ text }) =>
  variantNames
    .filter((name) => text.variants[name].length > variantCharactersMax[name])
    .map((name) => blocking('variantTooLong', `variants.${name}`));

/** In each variant that tells the myth: warned before, told once, and the fact after it. */
export const variantOrder: LintRule = ({ text }) =>
  variantNames.flatMap((name) => {
    const variant = text.variants[name];
    const field = `variants.${name}`;
    const mentions = verbatimMentions(variant, text.myth);
    const mythEnd = endOfMyth(variant, text.myth);
    if (mentions === 0 && mythEnd === -1)
      return repeatsMyth(firstLine(variant), text.myth) ? [blocking('variantMythWithoutWarning', field)] : [];
    return [
      ...(isWarnedBefore(variant, mythEnd, text.warningLabel)
        ? []
        : [blocking('variantMythWithoutWarning', field)]),
      ...(mentions > 1 ? [blocking('variantRepeatsMyth', field)] : []),
      ...factPlace(variant, mythEnd, text.factAgain, field),
    ];
  });

function isWarnedBefore(variant: string, mythEnd: number, warning: string): boolean {
  if (isEmpty(warning)) return false;
  const before = mythEnd === -1 ? variant : variant.slice(0, mythEnd);
  return shareHeld(contentStems(warning), contentStems(before)) >= 1;
}

/** What is read last stays: without the fact after the myth it is the myth. Hashtags, links and contacts may follow. */
function factPlace(variant: string, mythEnd: number, factAgain: string, field: string): LintProblem[] {
  const after = mythEnd === -1 ? '' : variant.slice(mythEnd);
  const saysFact = (words: string) => shareHeld(contentStems(factAgain), contentStems(words)) >= factHeldMin;
  if (!saysFact(after)) return [blocking('variantFactNotLast', field)];
  return saysFact(lastParagraph(after)) ? [] : [advice('variantFactNotLast', field)];
}

function lastParagraph(text: string): string {
  const paragraphs = text.split(/\n+/).map((each) => each.trim());
  return paragraphs.filter((each) => each !== '' && !trailers.test(each)).at(-1) ?? '';
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
