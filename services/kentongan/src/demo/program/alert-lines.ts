import type { Fact, Signal } from '@kentongan/contracts';
import { DateTime } from 'luxon';
import { keyLabels } from '../../cli/tail/key-labels.js';
import { texts } from '../../cli/tail/texts.js';
import { demoRegion } from './demo-region.js';
import type { EventLedger } from './heard-events.js';
import { demoTexts } from './texts.js';

type Language = 'id' | 'en';

const levelMark: Readonly<Record<Signal['level'], string>> = { medium: '○', high: '◐', critical: '●' };
const excerptCharactersMax = 90;

/** One alarm for the terminal: what it is about, after how many posts and minutes, and how fast the desk was. */
export function alertLines(
  language: Language,
  ledger: EventLedger,
  facts: readonly Fact[],
): (signal: Signal) => string {
  const words = demoTexts[language];
  const about = subjectOf(language, facts);
  const number = decimal(language);
  return (signal) => {
    const { tippingPost, firstPost, key } = signal;
    const kind = ledger.eventOf(signal);
    const posts = kind === null ? signal.count : ledger.postsUpTo(kind, Date.parse(tippingPost.createdAt));
    const minutes = Math.round(
      (Date.parse(tippingPost.createdAt) - Date.parse(firstPost.createdAt)) / 60_000,
    );
    const event = kind === null ? words.background : words.kinds[kind];
    return [
      `${levelMark[signal.level]} ${words.alert} ${clockTime(tippingPost.createdAt, language)} · ${event} · ${about(key)}`,
      `    ${words.seen(number(posts), number(minutes), decimal(language, 2)(signal.timeToAlertWallSeconds))}`,
      `    “${excerptOf(tippingPost.excerpt)}”`,
    ].join('\n');
  };
}

/** What rose, in words: a fact by its title, a copied text as such. */
function subjectOf(language: Language, facts: readonly Fact[]): (key: Signal['key']) => string {
  const label = keyLabels(language);
  const titles = new Map(facts.map(({ factId, title }) => [factId, title]));
  return ({ kind, value }) => {
    if (kind === 'hoaxMatch') return titles.get(value) ?? value;
    if (kind === 'subjectPlace') return label(kind, value);
    return kind === 'hashtag' ? `#${value}` : texts[language].kind[kind];
  };
}

export function clockTime(at: string | number, language: Language): string {
  const zone = { zone: demoRegion.timeZone, locale: language };
  const time = typeof at === 'string' ? DateTime.fromISO(at, zone) : DateTime.fromMillis(at, zone);
  return time.toFormat(language === 'id' ? 'ccc HH.mm' : 'ccc HH:mm');
}

export function decimal(language: Language, maximumFractionDigits = 1): (value: number) => string {
  const format = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits });
  return (value) => format.format(value);
}

function excerptOf(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= excerptCharactersMax
    ? plain
    : `${plain.slice(0, excerptCharactersMax - 1).trimEnd()}…`;
}
