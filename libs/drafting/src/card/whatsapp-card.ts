import { copiesMinutes, type IssueCard, type Signal } from '@kentongan/contracts';
import { withoutPersonsAndLinks } from '../privacy/mask-persons.js';
import { visibleText } from '../privacy/visible-text.js';
import { withoutStamp } from '../suggestion/fact-words.js';
import { cutAtWord } from '../text/sentences.js';
import { type CardLanguage, cardWords } from './card-words.js';

/** What "Salin untuk WhatsApp" copies is read on a phone in one look. */
const cardCharactersMax = 1_000;
const titleCharactersMax = 200;
const factTitleCharactersMax = 160;

/** These issues are no hoaxes, whatever they resemble. */
const routesWithoutResemblance: ReadonlySet<string> = new Set(['criticism', 'complaint', 'journalism']);

/**
 * An issue as a message for WhatsApp, at most 1,000 characters: level, title, why now, resemblance, state, what is
 * asked. Names no author, handle, link or number, and never says hoax: that is a person's word, in a published answer.
 */
export function whatsappCard(card: IssueCard, language: CardLanguage): string {
  const words = cardWords[language];
  const title = cutAtWord(safeWords(card.title), titleCharactersMax) || words.untitled;
  const lines = [
    `*[${words.level[card.priority.level]}] ${title}*`,
    ...(card.signal
      ? [`${words.labels.why}: ${whyNow(card.signal, language)}.${copiesOf(card.signal, language)}`]
      : []),
    ...resemblance(card, language),
    `${words.labels.state}: ${words.state[card.state]}. ${words.labels.owner}: ${ownerOf(card, language)}.`,
    `${words.labels.asked}: ${words.asked[card.state]}`,
  ];
  return lines.join('\n').slice(0, cardCharactersMax);
}

function whyNow(signal: Signal, language: CardLanguage): string {
  const words = cardWords[language];
  const window = windowOf(signal.windowMinutes, language);
  const usual = signal.norm === null ? '' : words.usual(numberOf(signal.norm, words.decimal));
  const learning = signal.normLearning ? words.learning : '';
  return words.posts(signal.count, signal.distinctAuthors, window) + usual + learning;
}

/** How many posts pass on one text: a fact about posts, with the accounts counted and none named. */
function copiesOf({ copies }: Signal, language: CardLanguage): string {
  if (!copies) return '';
  const words = cardWords[language];
  const accounts = copies.accounts === 0 ? '' : words.byAccounts(copies.accounts);
  return ` ${words.copies(copies.posts, windowOf(copiesMinutes(copies), language))}${accounts}.`;
}

function windowOf(minutes: number, language: CardLanguage): string {
  const words = cardWords[language];
  if (minutes < 120) return words.minutes(minutes);
  const hours = Math.round(minutes / 60);
  return hours < 48 ? words.hours(hours) : words.days(Math.round(hours / 24));
}

function numberOf(value: number, decimal: string): string {
  return value < 10 ? String(Math.round(value * 10) / 10).replace('.', decimal) : String(Math.round(value));
}

function resemblance({ factTitle, route, suggestion }: IssueCard, language: CardLanguage): string[] {
  if (factTitle === null || routesWithoutResemblance.has(route ?? suggestion.route ?? '')) return [];
  const title = cutAtWord(safeWords(withoutStamp(factTitle)), factTitleCharactersMax);
  return title === '' ? [] : [cardWords[language].resembles(title)];
}

/** The officer in charge is no author of posts; the name still passes the same wash. */
function ownerOf({ owner }: IssueCard, language: CardLanguage): string {
  const name = owner ? cutAtWord(safeWords(owner.name), 60) : '';
  return name === '' ? cardWords[language].nobody : name;
}

/** One line without persons, links, the marks that WhatsApp formats by, or the hoax label. */
function safeWords(text: string): string {
  return withoutPersonsAndLinks(visibleText(text))
    .replace(/[*_~`]+/g, ' ')
    .replace(/\b(?:hoaks|hoax)\b/gi, 'kabar')
    .replace(/\s+/g, ' ')
    .trim();
}
