import type { Random } from './random.js';

/** How one person types: carefully, or as one types on a telephone. */
export interface WritingStyle {
  /** 0 = as in a letter, 1 = as in a chat. */
  readonly ease: number;
  readonly isLowerCase: boolean;
  readonly typos: number;
  readonly stretches: boolean;
  readonly emoji: readonly string[];
}

const shortForms: Readonly<Record<string, readonly string[]>> = {
  yang: ['yg', 'yg', 'sing'],
  tidak: ['gak', 'ga', 'nggak', 'tdk', 'ndak', 'gk'],
  sudah: ['udah', 'dah', 'sdh', 'udh', 'wis'],
  dengan: ['dgn', 'sama', 'ama'],
  untuk: ['buat', 'utk', 'bwt'],
  kalau: ['kalo', 'klo', 'nek'],
  juga: ['jg', 'jga'],
  saja: ['aja', 'aj', 'doang'],
  banget: ['bgt', 'bngt', 'pol'],
  karena: ['krn', 'soalnya', 'gara2'],
  belum: ['blm', 'blom', 'durung'],
  bagaimana: ['gimana', 'gmn', 'piye'],
  kenapa: ['knp', 'kok', 'ngopo'],
  seperti: ['kayak', 'kyk', 'koyo'],
  begitu: ['gitu', 'gt'],
  orang: ['org', 'wong'],
  jalan: ['jln', 'jalan'],
  jangan: ['jgn', 'ojo'],
  sekarang: ['skrg', 'skrng', 'saiki'],
  tapi: ['tp', 'tapi'],
  memang: ['emang', 'emg'],
  hanya: ['cuma', 'cm'],
  besok: ['bsk', 'sesuk'],
  dari: ['dr', 'dari'],
  tolong: ['tlg', 'tulung'],
  lagi: ['lg', 'lagi', 'meneh'],
  semua: ['smua', 'semua', 'kabeh'],
  benar: ['bener', 'bnr'],
  sedang: ['lagi', 'lg'],
  mungkin: ['mgkn', 'paling'],
  kemarin: ['kmrn', 'wingi'],
  terus: ['trs', 'terus'],
  bisa: ['bs', 'bisa', 'iso'],
  apa: ['apa', 'opo'],
  hari: ['hr', 'hari'],
  anak: ['anak', 'bocah'],
  rumah: ['rmh', 'rumah', 'omah'],
  malam: ['mlm', 'malem'],
  bilang: ['blg', 'bilang'],
  tahu: ['tau'],
  dapat: ['dpt', 'dapet'],
  saya: ['saya', 'aku', 'sy'],
};
/** The last of three or more forms is Javanese in the table above: only some people use it. */
const javaneseShare = 0.25;

const emoji = [
  ['😭', '😩'],
  ['😂', '🤣'],
  ['🙏', '🙏🏻'],
  ['😡', '😤'],
  ['🤔', '👀'],
  ['❤️', '✨'],
  ['😅', '🫠'],
];

export function styleOf(random: Random): WritingStyle {
  const ease = Math.min(1, Math.max(0, 0.5 + 0.28 * random.normal()));
  return {
    ease,
    isLowerCase: random.chance(0.15 + 0.6 * ease),
    typos: random.chance(0.35) ? random.between(0.004, 0.03) : 0,
    stretches: random.chance(0.25 * ease),
    emoji: random.chance(0.45) ? random.pick(emoji) : [],
  };
}

/** The same words as this person would type them. Links, hashtags and mentions stay as they are. */
export function typed(text: string, style: WritingStyle, random: Random): string {
  const words = text.split(/(\s+)/).map((word) => (isName(word) ? word : typedWord(word, style, random)));
  let result = words.join('');
  if (style.isLowerCase) result = lowered(result);
  if (random.chance(style.ease * 0.5)) result = result.replace(/\.$/, '');
  if (style.emoji.length > 0 && random.chance(0.3)) {
    const sign = random.pick(style.emoji);
    result += ` ${sign.repeat(random.chance(0.3) ? random.integer(2, 3) : 1)}`;
  }
  return result;
}

const isName = (word: string): boolean => /^(https?:|#|@)/.test(word);

function typedWord(word: string, style: WritingStyle, random: Random): string {
  const core = /^(\p{L}+)([.,!?]*)$/u.exec(word);
  if (!core) return word;
  const [, letters = '', signs = ''] = core;
  const forms = shortForms[letters];
  if (forms && random.chance(style.ease * 0.75)) {
    const common = forms.length > 2 && !random.chance(javaneseShare) ? forms.slice(0, -1) : forms;
    return random.pick(common) + signs;
  }
  if (style.typos > 0 && letters.length > 4 && random.chance(style.typos))
    return mistyped(letters, random) + signs;
  if (style.stretches && random.chance(0.03)) return letters + letters.slice(-1).repeat(2) + signs;
  return word;
}

/** Two neighbouring letters swapped, one lost, or one struck twice. */
function mistyped(word: string, random: Random): string {
  const at = random.integer(1, word.length - 3);
  const [a = '', b = ''] = [word[at], word[at + 1]];
  const rest = word.slice(at + 2);
  return word.slice(0, at) + random.pick([b + a, a, a + a + b]) + rest;
}

function lowered(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => (isName(word) ? word : word.toLowerCase()))
    .join('');
}
