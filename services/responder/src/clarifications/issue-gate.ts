import type { IssueState, Person, PriorityLevel, Route } from '@kentongan/contracts';
import type pg from 'pg';
import type { SuggestionSource } from './clarification-rows.js';

/** Nest injection token of the issue gate. */
export const ISSUE_GATE = Symbol('issue gate');

/** What a clarification has to know of its issue. */
export interface GatedIssue {
  readonly issueId: string;
  readonly regionId: string;
  readonly state: IssueState;
  readonly level: PriorityLevel;
  /** What a person decided; null until then. */
  readonly route: Route | null;
  readonly agencyId: string | null;
}

/** What happened to the words or the evidence; each is one line of the issue's timeline. */
export type DraftChange = 'draftWritten' | 'draftWithdrawn' | 'evidenceAdded';

/** How the clarification's routes reach the issue they belong to. The issues implement it. */
export interface IssueGate {
  /** Locks the issue until the transaction ends. Null: there is no such issue. */
  lock(client: pg.ClientBase, issueId: string): Promise<GatedIssue | null>;
  /**
   * Notes in the issue's timeline, in the caller's transaction, what a person did to the clarification. Raises the
   * issue's version, so that a move made on the words of before is refused as stale; `draftWithdrawn` also leads an
   * issue that was submitted or approved back to `drafted`.
   */
  note(client: pg.ClientBase, issueId: string, change: DraftChange, by: Person): Promise<void>;
  /** What a suggestion for the issue is composed from, whether or not a person has written since; null: no such issue. */
  sourceOf(client: pg.ClientBase, issueId: string): Promise<SuggestionSource | null>;
  /** Called after the commit: what waits in the outbox leaves at once. */
  wake(): void;
}
