import type { OverviewView, SourceView, TrendsView } from '@kentongan/contracts';
import { sentimentTrend } from './sentiment-trend.js';

/** One statement of the sentence: a key of `dashboard.sentence` and the values it words. */
interface Statement {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

interface Sentence {
  /** Joined by commas. */
  readonly work: readonly Statement[];
  /** Behind the semicolon. */
  readonly mood: Statement | null;
  /** A sentence of its own: what the figures above do not know. */
  readonly caveat: Statement | null;
}

export interface SentenceInput {
  readonly overview: OverviewView;
  /** Null while the archive has not answered. */
  readonly trends: TrendsView | null;
  readonly sources: readonly Pick<SourceView, 'state'>[];
  readonly days: number;
  readonly agencyName: (agencyId: string) => string;
  readonly now: number;
}

/**
 * What a leader reads first: what rises, what is stuck and with whom, and the mood. Statements without news are left
 * out, but the first one always stands: an empty sentence could be read as a broken screen.
 */
export function sentenceOf(input: SentenceInput): Sentence {
  const work = [rising(input.overview), untaken(input.overview), waiting(input), late(input.overview)];
  return {
    work: work.filter((each) => each !== null),
    mood: mood(input.trends, input.days),
    caveat: caveat(input.sources),
  };
}

function rising({ rising }: OverviewView): Statement {
  const critical = rising.filter((card) => card.priority.level === 'critical').length;
  if (rising.length === 0) return { key: 'risingNone', values: {} };
  if (critical === 0) return { key: 'rising', values: { count: rising.length } };
  if (critical === rising.length) return { key: 'risingAllCritical', values: { count: critical } };
  return { key: 'risingSomeCritical', values: { count: rising.length, critical } };
}

/** Open issues that nobody took: a desk without rising issues is not a desk without work. */
function untaken(overview: OverviewView): Statement | null {
  const count = untakenCount(overview);
  return count === null || count === 0 ? null : { key: 'untaken', values: { count } };
}

/** As many as the overview lists; with a full list nobody knows how many more were taken. */
const inWorkMax = 20;

export function untakenCount({ counts, inWork }: OverviewView): number | null {
  return inWork.length >= inWorkMax ? null : Math.max(0, counts.open - inWork.length);
}

/** Only evidence that an agency was asked for is waited for; everything else waits for the desk itself. */
function waiting({ overview, agencyName, now }: SentenceInput): Statement | null {
  const asked = overview.inWork.filter((item) => item.state === 'verifying' && item.agencyId !== null);
  const [longest] = [...asked].sort((a, b) => Date.parse(a.stateSince) - Date.parse(b.stateSince));
  if (!longest?.agencyId) return null;
  const agencies = new Set(asked.map((item) => item.agencyId));
  const values = {
    count: asked.length,
    agency: agencyName(longest.agencyId),
    seconds: Math.max(0, (now - Date.parse(longest.stateSince)) / 1_000),
  };
  return { key: agencies.size === 1 ? 'waiting' : 'waitingSeveral', values };
}

const late = ({ counts }: OverviewView): Statement | null =>
  counts.late > 0 ? { key: 'late', values: { count: counts.late } } : null;

function mood(trends: TrendsView | null, days: number): Statement | null {
  if (!trends) return null;
  const { kind, negativeShare } = sentimentTrend(trends.days);
  const today = days === 1 ? 'Today' : '';
  if (negativeShare === null) return { key: `noPosts${today}`, values: { count: days } };
  if (kind === 'unknown')
    return {
      key: `negativeShare${today}`,
      values: { count: days, percent: Math.round(negativeShare * 100) },
    };
  return {
    key: { steady: 'moodSteady', better: 'moodBetter', worse: 'moodWorse' }[kind],
    values: { count: days },
  };
}

function caveat(sources: readonly Pick<SourceView, 'state'>[]): Statement | null {
  const missing = sources.filter((source) => source.state !== 'live').length;
  if (missing === 0) return null;
  return missing === sources.length
    ? { key: 'allSourcesMissing', values: {} }
    : { key: 'sourcesMissing', values: { count: missing } };
}

/** Puts a key of `dashboard.sentence` into words; i18next's `t` with that prefix. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const numberWordsMax = 10;

/** The sentence in a language: small numbers as words, a duration in its one largest unit. */
export function wordSentence(
  sentence: Sentence,
  words: Words,
  duration: (seconds: number) => string,
  number: (value: number) => string,
): string {
  const inWords = (value: number): string =>
    Number.isInteger(value) && value >= 1 && value <= numberWordsMax
      ? words(`numbers.${value}`)
      : number(value);
  const word = ({ key, values }: Statement): string => {
    const more: Record<string, string | number> = { ...values };
    if (typeof values['count'] === 'number') more['number'] = inWords(values['count']);
    if (typeof values['critical'] === 'number') more['criticalNumber'] = inWords(values['critical']);
    if (typeof values['seconds'] === 'number') more['duration'] = duration(values['seconds']);
    return words(key, more);
  };
  const first = sentence.work.map(word).join(', ');
  const whole = sentence.mood ? `${first}; ${word(sentence.mood)}` : first;
  const stated = `${capitalised(whole)}.`;
  return sentence.caveat ? `${stated} ${capitalised(word(sentence.caveat))}.` : stated;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
