import { write } from '../grammar.js';
import type { Random } from '../random.js';
import type { SimulatedCity } from '../simulated-city.js';
import { wordsAt } from '../simulated-city.js';
import { byPaper, byResident, type Draft, linkOf, type SimulatedPost } from '../simulated-post.js';
import { sharedWords } from '../texts/shared-words.js';
import { papers } from '../topics.js';
import { typed } from '../writing-style.js';
import { ChainLetter } from './chain-letter.js';
import type { EventKind } from './event-kinds.js';
import type { PlannedEvent } from './plan-events.js';
import type { StoryPart } from './story.js';
import { waysToSpeak } from './ways-to-speak.js';

/** Spread of the time at which people join, as a log-normal: a few early, a swell, a long tail. */
const spread = 0.75;
const hashtagShare = 0.12;
/** Most who speak of an event are not those who always speak. */
const regularsShare = 0.3;
const leadShare = 0.35;
const tailShare = 0.4;

/** The posts of one event up to the end of the day, in order. */
export function tellEvent(
  event: PlannedEvent,
  city: SimulatedCity,
  endsAt: number,
  random: Random,
): SimulatedPost[] {
  const { story } = event;
  const home = random.pick(event.places);
  const streets = [random.pick(sharedWords['street']!), random.pick(sharedWords['street']!)];
  const letter = story.chain && new ChainLetter(story.chain, wordsAt(home, event.startsAt, random));
  const parts: readonly (StoryPart | { weight: number; texts: null })[] = [
    ...story.parts,
    ...(story.chain ? [{ weight: story.chain.weight, texts: null }] : []),
  ];
  return postTimes(event, endsAt, random).map((at, index) => {
    const part = index === 0 ? opening(parts) : random.weighted(parts);
    const place = random.pick(event.places);
    const words = { ...wordsAt(place, at, random), street: random.pick(streets) };
    const draft = { id: `${event.kind}-${index + 1}`, atMilliseconds: at, event: event.kind };
    if (part.texts === null) return byWriter({ ...draft, text: letter!.next(random) }, true);
    const template = random.pick(part.texts);
    const text = write(
      part.isCopied ? template : spoken(template, event.kind, random),
      words,
      sharedWords,
      random,
    );
    if (part.authorKind === 'press') return byPaper({ ...draft, text }, random.pick(papers), random);
    const link = part.hasLink ? ` ${linkOf(papers[index % 3]!, event.kind)}` : '';
    return byWriter({ ...draft, text: `${text}${link}` }, part.isCopied === true);

    function byWriter(written: Draft, isCopied: boolean): SimulatedPost {
      const writer = random.chance(regularsShare) ? city.crowd.writer(random) : city.crowd.anybody(random);
      const tag = random.chance(hashtagShare) ? ` ${random.pick(story.hashtags)}` : '';
      const own = isCopied ? written.text : typed(written.text, writer.style, random);
      return byResident({ ...written, text: own + tag }, writer, place, random);
    }
  });
}

/** The same thing said by another person: something before it, something after it. */
function spoken(template: string, kind: EventKind, random: Random): string {
  const { leads, tails } = waysToSpeak[kind];
  const lead = random.chance(leadShare) ? `${random.pick(leads)} ` : '';
  const ending = /[.!?}]$/.test(template) ? ' ' : '. ';
  const tail = random.chance(tailShare) ? `${ending}${random.pick(tails)}` : '';
  return `${lead}${template}${tail}`;
}

/** A report begins with the paper, a chain letter with itself. */
function opening<T extends { readonly texts: readonly string[] | null; readonly authorKind?: string }>(
  parts: readonly (T | { weight: number; texts: null })[],
): T | { weight: number; texts: null } {
  const first = parts.find(
    (part) => part.texts === null || ('authorKind' in part && part.authorKind === 'press'),
  );
  return first ?? parts[0]!;
}

function postTimes(
  { startsAt, postsCount, medianMilliseconds }: PlannedEvent,
  endsAt: number,
  random: Random,
) {
  const later = Array.from({ length: postsCount - 1 }, () =>
    Math.floor(startsAt + medianMilliseconds * Math.exp(spread * random.normal())),
  );
  return [startsAt, ...later].filter((at) => at < endsAt).sort((a, b) => a - b);
}
