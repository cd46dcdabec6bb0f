import { ownCopy, remembered } from '../memory/remembered.js';
import { characterClass, classAt, widthAt } from './character-class.js';
import { endOfSpacedWord } from './disguise.js';
import { hashtagParts } from './hashtag.js';
import { fold, normCharactersMax, normOfWord } from './norm.js';
import { scanEmoji, scanEmoticon } from './scan-emoji.js';
import { scanBareLink, scanSchemeLink } from './scan-link.js';
import { endOfPlainWord, scanName, scanNumber, scanWord } from './scan-word.js';
import { standardForm } from './slang.js';
import type { Token, TokenKind } from './token.js';

const { space, letter, digit, mark, invisible } = characterClass;

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
};
const entityPattern = /&(?:amp|lt|gt|quot|apos|nbsp|#39);/y;
// Placeholders that stand for a person's name, number or address in masked texts: [NAMA], [NOMOR TELEPON].
const maskPattern = /\[[A-Z][A-Z _]{1,24}\]/y;
const currencyPattern = /(?:rp|idr|usd)\.?(?=\d)/iy;

/** One pass over a text. Every step looks ahead by a bounded distance or consumes what it read, so time is linear. */
class Scanner {
  readonly tokens: Token[] = [];
  /** No bare link starts before this offset: known from an earlier look-ahead. */
  private noLinkBefore = 0;

  constructor(private readonly text: string) {}

  run(): Token[] {
    let at = 0;
    while (at < this.text.length) {
      const found = classAt(this.text, at);
      at =
        found === space || found === mark || found === invisible
          ? at + widthAt(this.text, at)
          : this.next(at, found);
    }
    return this.tokens;
  }

  /** Takes the token at `start` and returns its end. */
  private next(start: number, found: number): number {
    if (found === letter) return this.takeLetters(start);
    if (found === digit) return this.takeDigits(start);
    const emoji = this.endOfEmoji(start);
    if (emoji > start) return this.add('emoji', start, emoji);
    return this.takeSign(start);
  }

  private endOfEmoji(start: number): number {
    const emoji = scanEmoji(this.text, start);
    return emoji > start ? emoji : scanEmoticon(this.text, start);
  }

  private takeLetters(start: number): number {
    const { text } = this;
    const plain = endOfPlainWord(text, start);
    if (plain > start + 1) return this.add('word', start, plain);
    const spelt = endOfSpacedWord(text, start);
    if (spelt > start || plain > start) return this.add('word', start, Math.max(spelt, plain));
    const scheme = scanSchemeLink(text, start);
    if (scheme > start) return this.add('link', start, scheme);
    const link = this.endOfBareLink(start);
    if (link > start) return this.add('link', start, link);
    const amount = endOfCurrency(text, start);
    if (amount > start) return this.add('number', start, scanNumber(text, amount));
    const face = scanEmoticon(text, start);
    if (face > start) return this.add('emoji', start, face);
    return this.add('word', start, scanWord(text, start));
  }

  private takeDigits(start: number): number {
    const keycap = scanEmoji(this.text, start);
    if (keycap > start) return this.add('emoji', start, keycap);
    const number = scanNumber(this.text, start);
    const link = this.endOfBareLink(start);
    return link > number ? this.add('link', start, link) : this.add('number', start, number);
  }

  private endOfBareLink(start: number): number {
    if (start < this.noLinkBefore) return start;
    const { end, isLink } = scanBareLink(this.text, start);
    if (isLink) return end;
    this.noLinkBefore = end;
    return start;
  }

  private takeSign(start: number): number {
    const { text } = this;
    const unit = text.charCodeAt(start);
    if (unit === 35 || unit === 0xff03) {
      const end = scanName(text, start + 1, false);
      if (end > start + 1) return this.add('hashtag', start, end);
    } else if (unit === 64 || unit === 0xff20) {
      const end = scanName(text, start + 1, true);
      if (end > start + 1) return this.add('mention', start, end);
    } else if (unit === 91) {
      maskPattern.lastIndex = start;
      if (maskPattern.test(text)) return this.add('mention', start, maskPattern.lastIndex);
    } else if (unit === 38) {
      entityPattern.lastIndex = start;
      if (entityPattern.test(text)) return this.add('punctuation', start, entityPattern.lastIndex);
    }
    return this.takePunctuation(start);
  }

  private takePunctuation(start: number): number {
    const { text } = this;
    const width = widthAt(text, start);
    let end = start + width;
    const sign = text.slice(start, end);
    while (text.startsWith(sign, end)) end += width;
    return this.add('punctuation', start, end);
  }

  private add(kind: TokenKind, start: number, end: number): number {
    this.tokens.push(makeToken(kind, this.text.slice(start, end), start, end));
    return end;
  }
}

/** End of `Rp`, `Rp.`, `IDR`, `USD` directly before a digit, or `start`. */
function endOfCurrency(text: string, start: number): number {
  const first = text.charCodeAt(start) | 32;
  if (first !== 114 && first !== 105 && first !== 117) return start;
  currencyPattern.lastIndex = start;
  return currencyPattern.test(text) ? currencyPattern.lastIndex : start;
}

/** Words and hashtags whose forms are kept at hand: a few megabytes. */
const wordsRememberedMax = 16_384;
const hashtagsRememberedMax = 2048;

interface WordForms {
  readonly norm: string;
  /** Empty when the slang table does not know the word. */
  readonly slang: string;
}

const formsOfWord = remembered(wordsRememberedMax, (text): WordForms => {
  const folded = fold(text);
  const norm = ownCopy(normOfWord(text));
  return { norm, slang: standardForm(folded) ?? (norm === folded ? '' : (standardForm(norm) ?? '')) };
});

const formsOfHashtag = remembered(hashtagsRememberedMax, (text) => {
  const body = text.slice(1);
  return { norm: ownCopy(`#${fold(body)}`), parts: hashtagParts(body).map(ownCopy) };
});

function makeToken(kind: TokenKind, text: string, start: number, end: number): Token {
  switch (kind) {
    case 'word': {
      const { norm, slang } = formsOfWord(text);
      return slang === '' ? { kind, text, norm, start, end } : { kind, text, norm, start, end, slang };
    }
    case 'number':
      return { kind, text, norm: fold(text).replace(/^(rp|idr|usd)\./, '$1'), start, end };
    case 'hashtag': {
      const { norm, parts } = formsOfHashtag(text);
      return { kind, text, norm, start, end, parts };
    }
    case 'mention':
      return {
        kind,
        text,
        norm: text.startsWith('[') ? text.toLowerCase() : `@${fold(text.slice(1))}`,
        start,
        end,
      };
    case 'link':
      return { kind, text, norm: normOfLink(text), start, end };
    case 'emoji':
      return { kind, text, norm: text.slice(0, normCharactersMax).replace(/\ufe0f/g, ''), start, end };
    case 'punctuation':
      return { kind, text, norm: normOfPunctuation(text), start, end };
    default:
      return kind satisfies never;
  }
}

/** One mark for a run of them. */
function normOfPunctuation(text: string): string {
  if (text.length === 1) return text;
  return entities[text] ?? String.fromCodePoint(text.codePointAt(0)!);
}

/** Host in lower case, path as written (short links are case-sensitive), without scheme, `www.` and end slash. */
function normOfLink(text: string): string {
  const bare = text
    .slice(0, 2048)
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '');
  const slash = bare.search(/[/?#]/);
  if (slash < 0) return bare.toLowerCase();
  return bare.slice(0, slash).toLowerCase() + bare.slice(slash).replace(/\/$/, '');
}

/**
 * Tokens of a post in order of appearance; they never overlap and `text.slice(start, end)` is the token's text.
 * Takes any string (lone surrogates, stacked accents, megabytes) in time linear in its length.
 */
export function tokenize(text: string): Token[] {
  return new Scanner(text).run();
}
