import { copiesMinutes, type Signal, type SignalCopies, type TippingPost } from '@kentongan/contracts';
import { DateTime } from 'luxon';
import { type Language, texts } from './texts.js';

export interface SignalToPrint {
  readonly regionId: string;
  readonly signal: Signal;
}

export interface PrintOptions {
  readonly language: Language;
  readonly timeZone: string;
  /** A readable name for a subject or place inside a key's value. */
  readonly labelOf: (kind: Signal['key']['kind'], value: string) => string;
}

/** One alarm as lines for a terminal: what, how sure, who, since when, which posts, how fast. */
export function formatSignal({ regionId, signal }: SignalToPrint, options: PrintOptions): string {
  const words = texts[options.language];
  const number = numberFormat(options.language);
  const head = signal.version === 1 ? words.alarm : words.update(signal.version);
  return [
    `${levelMark[signal.level]} ${head} · ${words.level[signal.level]} · ${keyText(signal.key, options)} · ${regionId}`,
    `  ${words.counted(number(signal.count), number(signal.distinctAuthors), duration(signal.windowMinutes * 60, options.language))}; ${normText(signal, options.language)}`,
    ...(signal.normLearning ? [`  ${words.learning(number(Math.floor(signal.normDays)))}`] : []),
    ...(signal.copies ? [`  ${copiesText(signal.copies, options)}`] : []),
    ...(signal.alsoKeys.length > 0
      ? [`  ${words.also}: ${signal.alsoKeys.map((key) => keyText(key, options)).join(', ')}`]
      : []),
    `  ${words.firstPost}: ${postText(signal.firstPost, options)}`,
    `  ${words.tippingPost}: ${postText(signal.tippingPost, options)}`,
    ...signal.samplePosts.map((post) => `    · ${postText(post, options)}`),
    `  ${words.timeToAlert(duration(signal.timeToAlertEventSeconds, options.language), duration(signal.timeToAlertWallSeconds, options.language))}`,
    `  id ${signal.signalId}`,
  ].join('\n');
}

const levelMark: Record<Signal['level'], string> = { medium: '○', high: '◐', critical: '●' };

function numberFormat(language: Language): (value: number) => string {
  const format = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 });
  return (value) => format.format(value);
}

function normText(signal: Signal, language: Language): string {
  const words = texts[language];
  if (signal.norm === null || signal.surprise === null) return words.noNorm;
  return words.norm(numberFormat(language)(signal.norm), `1 : 10^${Math.round(signal.surprise)}`);
}

function copiesText(copies: SignalCopies, options: PrintOptions): string {
  const number = numberFormat(options.language);
  const window = duration(copiesMinutes(copies) * 60, options.language);
  const words = texts[options.language].copies(number(copies.posts), number(copies.accounts), window);
  return `${words} ${postText(copies.firstPost, options)}`;
}

function keyText(key: Signal['key'], options: PrintOptions): string {
  return `${texts[options.language].kind[key.kind]} ${printable(options.labelOf(key.kind, key.value))}`;
}

function postText(post: TippingPost, options: PrintOptions): string {
  const at = DateTime.fromISO(post.createdAt, { zone: options.timeZone, locale: options.language });
  return `${at.toFormat('d LLL yyyy HH.mm')} ${at.offsetNameShort ?? ''} ${post.postId} "${printable(post.excerpt)}"`;
}

/** Posts are hostile input: control characters could rewrite the terminal, bidi controls could reorder the line. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}

function duration(seconds: number, language: Language): string {
  const words = texts[language].units;
  const number = numberFormat(language);
  if (seconds < 120) return `${number(seconds)} ${words.seconds}`;
  if (seconds < 7_200) return `${number(Math.round(seconds / 60))} ${words.minutes}`;
  if (seconds < 172_800) return `${number(Math.round(seconds / 360) / 10)} ${words.hours}`;
  return `${number(Math.round(seconds / 8_640) / 10)} ${words.days}`;
}
