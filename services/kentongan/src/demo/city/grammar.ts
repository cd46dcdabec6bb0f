import type { Random } from './random.js';

/** Words for `{name}`: of this post alone, or lists that all posts share. */
export type Words = Readonly<Record<string, string>>;
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** One template a line; empty lines are left out. */
export function templates(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * Writes one text from a template: `[a|b|]` is one of several wordings, `{name}` a word of the post or of a list;
 * both may hold further ones.
 */
export function write(template: string, words: Words, lists: WordLists, random: Random): string {
  return tidy(expanded(template, words, lists, random));
}

function expanded(template: string, words: Words, lists: WordLists, random: Random): string {
  return chosen(template, random).replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const own = words[name];
    if (own !== undefined) return own;
    const list = lists[name];
    if (!list) throw new Error(`no words for {${name}} in "${template}"`);
    return expanded(random.pick(list), words, lists, random);
  });
}

/** Innermost brackets first, so that alternatives may hold alternatives. */
function chosen(template: string, random: Random): string {
  let text = template;
  for (let turns = 0; text.includes('[') && turns < nestingMax; turns += 1)
    text = text.replace(/\[([^[\]]*)\]/g, (_whole, options: string) => random.pick(options.split('|')));
  return text;
}

const nestingMax = 6;

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ +([,.!?])/g, '$1')
    .replace(/^[\s,]+|\s+$/g, '');
}
