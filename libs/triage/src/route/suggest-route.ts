import type { Priority, Route, RouteSuggestion } from '@kentongan/contracts';
import { pressShareMin, type Shares } from '../issue/composition.js';
import { textsHolding, wordsFoundIn } from '../issue/word-finder.js';
import { harmOf } from '../priority/harm-checklist.js';
import { type Judged, judged, type TriageInput } from '../priority/priority-input.js';

/** Every reason that a suggestion can carry; the interface words each. */
export const routeReasonCodes = [
  'mostlyPress',
  'mostlyNews',
  'mostlyComplaints',
  'mostlyCriticism',
  'mostlyOfficial',
  'mostlySupport',
  'matchesFact',
  'resemblesFact',
  'someMatchFact',
  'noFact',
  'complaintsAmong',
  'pressAmong',
  'questionsWithoutAnswer',
  'unverifiedClaim',
  'lowAndHarmless',
  'typesUnknown',
  'noClearPattern',
] as const;
type ReasonCode = (typeof routeReasonCodes)[number];
type Reason = readonly [code: ReasonCode, value?: string | number];

const mostly = 0.5;
const questionsMin = 0.4;
/** So many times as many complaints as criticisms, or the other way round, are one of the two. */
const clearlyMore = 1.5;
const factShareMin = 0.5;
const someFactShareMin = 0.15;
/** A debunk is not proposed where this share of the posts complains or criticises, or this share is the press. */
const voicesShareMax = 0.35;
const pressAmongMax = 0.25;
/** Doubt about few posts: at so many the confidence is half of the share. */
const confidencePosts = 3;
const claimHarmMin = 2;
/** So many of the posts shown speak as rumours do: then neither complaint nor criticism is suggested. */
const hearsayTextsMin = 2;
const hearsayShareMin = 1 / 4;
const ignoreScoreMax = 20;
const byHandConfidence = 0.5;

/** How rumours speak: passed on, unnamed, urgent. */
const rumourWords: readonly string[] = [
  'katanya',
  'kabar',
  'info warga',
  'info penting',
  'dengar dengar',
  'denger denger',
  'beneran',
  'bener nggak',
  'bener gak',
  'benar tidak',
  'sumbernya',
  'simpang siur',
  'konon',
  'beredar',
  'info dari',
  'dapat info',
  'info grup',
  'grup sebelah',
  'sebarkan',
  'viralkan',
  'bagikan',
  'waspada',
  'hati hati',
  'awas',
  'jangan minum',
  'jangan keluar',
  'jangan makan',
  'benarkah',
  'apa benar',
  'ditutup tutupi',
  'bocor',
  'diam diam',
  'teruskan',
];

const suggest = (
  route: Route | null,
  confidence: number,
  ...reasons: readonly Reason[]
): RouteSuggestion => ({
  route,
  confidence: Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100,
  reasons: reasons.map(([code, value]) => ({ code, ...(value === undefined ? {} : { value }) })),
});

const percent = (share: number): number => Math.round(share * 100) / 100;

/**
 * Which of the seven routes the desk may take, with reasons; null = a person looks first. It suggests, a person
 * decides. No score and no resemblance overrides this: what the press wrote, a complaint or criticism is never
 * suggested to be debunked.
 */
export function suggestRoute(input: TriageInput, priority: Priority): RouteSuggestion {
  const about = judged(input);
  const { shares } = about;
  if (!shares) return withoutShares(about);
  return (
    journalism(shares) ??
    voices(about, shares) ??
    debunk(about, shares) ??
    prebunk(shares) ??
    claims(about) ??
    harmless(about, shares, priority) ??
    suggest(null, 0, ['noClearPattern'])
  );
}

/** Nothing counted: only a text that a person brought in, with its type or its fact, can be judged. */
function withoutShares({ signal, fact, postType }: Judged): RouteSuggestion {
  if (!signal && (postType === 'complaint' || postType === 'criticism'))
    return suggest(postType, byHandConfidence, [
      postType === 'complaint' ? 'mostlyComplaints' : 'mostlyCriticism',
    ]);
  // Who wrote the news is not known: the press, or somebody who writes like it.
  if (!signal && postType === 'news') return suggest(null, 0, ['mostlyNews'], ...factReason(fact));
  if (signal || !fact) return suggest(null, 0, ['typesUnknown'], ...factReason(fact));
  return suggest('debunk', byHandConfidence, ['resemblesFact', fact.factId]);
}

const factReason = (fact: Judged['fact']): readonly Reason[] =>
  fact ? [['resemblesFact', fact.factId]] : [];

const sure = (share: number, posts: number): number => (share * posts) / (posts + confidencePosts);

function journalism({ press, type, posts, topFact }: Shares): RouteSuggestion | null {
  if (press >= pressShareMin)
    return suggest('journalism', sure(press, posts), ['mostlyPress', percent(press)]);
  if (type.news < mostly) return null;
  // People who pass on a made-up piece of news write like the press: with a fact a person looks first.
  return topFact && topFact.share >= someFactShareMin
    ? suggest(null, 0, ['mostlyNews', percent(type.news)], ['someMatchFact', topFact.factId])
    : suggest('journalism', sure(type.news, posts), ['mostlyNews', percent(type.news)]);
}

function voices({ fact, texts }: Judged, { type, posts, official, topFact }: Shares): RouteSuggestion | null {
  const { complaint, criticism } = type;
  if (complaint + criticism >= mostly && complaint + criticism > official) {
    const [route, code, share] =
      complaint >= criticism
        ? (['complaint', 'mostlyComplaints', complaint] as const)
        : (['criticism', 'mostlyCriticism', criticism] as const);
    // Some complain of what others criticise: which it is changes who answers, and how.
    if (Math.max(complaint, criticism) < Math.min(complaint, criticism) * clearlyMore)
      return suggest(null, 0, ['complaintsAmong', percent(complaint + criticism)], ['noClearPattern']);
    // Angry words about a known hoax, or a real complaint that resembles one: only a person can tell.
    if (topFact && topFact.share >= factShareMin)
      return suggest(null, 0, [code, percent(share)], ['resemblesFact', topFact.factId]);
    // A story passed on from mouth to mouth sounds angry, too: what it tells must be found out first.
    if (!fact && isHearsay(texts))
      return suggest(null, 0, ['unverifiedClaim', ''], [code, percent(share)], ['noFact']);
    const about: readonly Reason[] = fact ? factReason(fact) : [['noFact']];
    return suggest(route, sure(complaint + criticism, posts), [code, percent(share)], ...about);
  }
  if (Math.max(official, type.officialInfo) >= mostly)
    return suggest('watch', sure(Math.max(official, type.officialInfo), posts), ['mostlyOfficial']);
  return null;
}

function debunk({ fact }: Judged, shares: Shares): RouteSuggestion | null {
  const { topFact, type, press, posts } = shares;
  if (!fact || !topFact || topFact.share < someFactShareMin) return null;
  if (topFact.share < factShareMin) return suggest(null, 0, ['someMatchFact', topFact.factId]);
  if (type.complaint + type.criticism >= voicesShareMax)
    return suggest(
      null,
      0,
      ['resemblesFact', fact.factId],
      ['complaintsAmong', percent(type.complaint + type.criticism)],
    );
  if (press >= pressAmongMax)
    return suggest(null, 0, ['resemblesFact', fact.factId], ['pressAmong', percent(press)]);
  return suggest('debunk', sure(topFact.share, posts), ['matchesFact', percent(topFact.share)]);
}

function prebunk({ type, counted, officialPosts, posts }: Shares): RouteSuggestion | null {
  if (type.question < questionsMin || officialPosts + counted.officialInfo > 0) return null;
  return suggest('prebunk', sure(type.question, posts), ['questionsWithoutAnswer', counted.question]);
}

/** A new rumour: nothing in the memory, but it alarms. Not false before somebody looked. */
function claims({ texts, subjects, fact }: Judged): RouteSuggestion | null {
  const rumour = wordsFoundIn(texts, rumourWords);
  const harm = harmOf(texts, subjects);
  const isAlarming = (harm?.words.length ?? 0) > 0 && (harm?.score ?? 0) >= claimHarmMin;
  if (fact || !isAlarming) return null;
  const word = rumour[0] ?? harm?.words[0] ?? '';
  return suggest(null, 0, ['unverifiedClaim', word], ['noFact']);
}

function harmless(about: Judged, { type, posts }: Shares, priority: Priority): RouteSuggestion | null {
  if (type.support >= mostly) return suggest('ignore', sure(type.support, posts), ['mostlySupport']);
  // Nearly half of them complain: a low score does not make that nothing.
  const voicesShare = type.complaint + type.criticism;
  if (voicesShare >= voicesShareMax) return suggest(null, 0, ['complaintsAmong', percent(voicesShare)]);
  const harm = harmOf(about.texts, about.subjects)?.score ?? 0;
  if (priority.level !== 'low' || harm >= claimHarmMin) return null;
  return suggest(priority.score < ignoreScoreMax && !isHearsay(about.texts) ? 'ignore' : 'watch', 0.5, [
    'lowAndHarmless',
    priority.score,
  ]);
}

function isHearsay(texts: readonly string[]): boolean {
  const { holding, share } = textsHolding(texts, rumourWords);
  return holding >= hearsayTextsMin && share >= hearsayShareMin;
}
