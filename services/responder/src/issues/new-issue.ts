import { createHash } from 'node:crypto';
import type { Fact, IssueCard, Signal } from '@kentongan/contracts';
import { tracesOfSignal, triage } from '@kentongan/triage';
import type { NextIssue } from './issue-writer.js';
import { triageInputOf } from './signal-update.js';

/** The id follows from the signal's: the same statement taken again opens the same issue. */
export function issueOfSignal(
  regionId: string,
  signal: Signal,
  fact: Fact | null,
  title: string,
  at: string,
): NextIssue {
  const issueId = `is-${createHash('sha256').update(`${regionId}\n${signal.signalId}`).digest('hex').slice(0, 20)}`;
  const bare = { signal, factId: fact?.factId ?? null, factTitle: fact?.title ?? null, route: null };
  const card: IssueCard = {
    ...bare,
    ...triage(triageInputOf(bare, [], [])),
    issueId,
    regionId,
    mode: signal.mode,
    version: 1,
    title,
    state: 'detected',
    owner: null,
    openedAt: at,
    risenAt: signal.windowEnd,
    acknowledgedAt: null,
    snoozedUntil: null,
    mergedInto: null,
    agencyId: null,
  };
  return {
    card,
    stateBefore: null,
    closedAt: null,
    quietRank: null,
    dismissal: null,
    lastEventAt: signal.windowEnd,
    alertSeconds: signal.timeToAlertEventSeconds,
    ...aboutOf(signal),
    nearCopyKey: signal.key.kind === 'nearCopy' ? signal.key.value : null,
    traces: tracesOfSignal(signal),
  };
}

/** Subjects and places that an event is about, of its keys first. */
export function aboutOf({ key, alsoKeys, composition }: Signal): { subjects: string[]; places: string[] } {
  const pairs = [key, ...alsoKeys]
    .filter(({ kind }) => kind === 'subjectPlace')
    .map(({ value }) => value.split('|'));
  const subjects = [
    ...pairs.map(([subject = '']) => subject),
    ...(composition?.subjects ?? []).map(({ value }) => value),
  ];
  const places = pairs.map(([, place = '*']) => place).filter((place) => place !== '*');
  return { subjects: [...new Set(subjects)].slice(0, 8), places: [...new Set(places)].slice(0, 8) };
}
