import type { IssueCard, Route } from '@kentongan/contracts';
import { clockTime, decimal } from './alert-lines.js';
import { type HeardEvent, postIdsOf } from './heard-events.js';
import { demoTexts } from './texts.js';

/** One event of the day with what the desk made of it. `undecided` = a person looks first; null = no issue. */
export interface ToldEvent extends HeardEvent {
  readonly route: Route | 'undecided' | null;
}

/** Finds the issue that each event became: the one whose alarm told of it first. */
export function toldEvents(heard: readonly HeardEvent[], cards: readonly IssueCard[]): readonly ToldEvent[] {
  const oldestFirst = [...cards].sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  return heard.map((event) => {
    const own = oldestFirst.find(({ signal }) => signal !== null && isAbout(event, signal));
    return { ...event, route: own ? (own.suggestion.route ?? 'undecided') : null };
  });
}

/** The card shows the latest statement; a later alarm of the same event may have joined the issue. */
function isAbout(event: HeardEvent, signal: NonNullable<IssueCard['signal']>): boolean {
  if (event.signalIds.includes(signal.signalId)) return true;
  return postIdsOf(signal).some((postId) => postId.split(':')[1]?.startsWith(`${event.kind}-`));
}

export function eventTable(events: readonly ToldEvent[], language: 'id' | 'en'): string {
  const words = demoTexts[language];
  const number = decimal(language);
  const rows = events.map((event) => [
    `${words.kinds[event.kind]}: ${event.title}`,
    clockTime(event.firstPostAt, language),
    event.heardAt === null ? words.notHeard : clockTime(event.heardAt, language),
    event.postsSeen === null ? '–' : `${number(event.postsSeen)} / ${number(event.postsCount)}`,
    event.route === null ? '–' : words.routes[event.route],
  ]);
  return aligned([words.columns, ...rows]);
}

const cellCharactersMax = 62;

function aligned(rows: readonly (readonly string[])[]): string {
  const cut = rows.map((row) =>
    row.map((cell) => (cell.length > cellCharactersMax ? `${cell.slice(0, cellCharactersMax - 1)}…` : cell)),
  );
  const widths = cut[0]!.map((_cell, column) => Math.max(...cut.map((row) => row[column]!.length)));
  const lines = cut.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}
