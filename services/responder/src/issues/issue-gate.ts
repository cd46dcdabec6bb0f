import type { IssueChangeKind, Person } from '@kentongan/contracts';
import { CLOCK, type Clock } from '@kentongan/platform';
import { moveTable } from '@kentongan/triage';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { DraftChange, GatedIssue, IssueGate, SuggestionSource } from '../clarifications/index.js';
import { ResponderRelay } from '../responder.relay.js';
import { illegalMove, unknownIssue } from './issue-errors.js';
import { type IssueRecord, lockIssue, readIssue } from './issue-record.js';
import { type IssueChange, IssueWriter, type NextIssue } from './issue-writer.js';
import { moveRefusalWords } from './move-words.js';
import { Suggestions } from './suggestions.js';

const changeOf: Readonly<Record<DraftChange, { kind: IssueChangeKind; reason: string | null }>> = {
  draftWritten: { kind: 'drafted', reason: null },
  draftWithdrawn: { kind: 'drafted', reason: null },
  evidenceAdded: { kind: 'noted', reason: 'Bukti ditambahkan' },
};

/** How the clarification's routes reach the issue: the same lock, the same table, the same timeline. */
@Injectable()
export class DeskIssueGate implements IssueGate {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IssueWriter) private readonly writer: IssueWriter,
    @Inject(ResponderRelay) private readonly relay: ResponderRelay,
    @Inject(Suggestions) private readonly suggestions: Suggestions,
  ) {}

  async lock(client: pg.ClientBase, issueId: string): Promise<GatedIssue | null> {
    const record = await lockIssue(client, issueId);
    if (!record) return null;
    const { card } = record;
    return {
      issueId,
      regionId: card.regionId,
      state: card.state,
      level: card.priority.level,
      route: card.route,
      agencyId: card.agencyId,
    };
  }

  async note(client: pg.ClientBase, issueId: string, change: DraftChange, by: Person): Promise<void> {
    const record = await lockIssue(client, issueId);
    if (!record) throw unknownIssue();
    const line: IssueChange = {
      ...changeOf[change],
      by,
      role: null,
      at: new Date(this.clock.now()).toISOString(),
      causationId: null,
    };
    await this.writer.commit(client, record, change === 'evidenceAdded' ? record : drafted(record, by), line);
  }

  async sourceOf(client: pg.ClientBase, issueId: string): Promise<SuggestionSource | null> {
    const record = await readIssue(client, issueId);
    return record && this.suggestions.sourceOf(client, record);
  }

  wake(): void {
    this.relay.wake();
  }
}

/** Whoever writes has the issue in hand. */
function drafted(record: IssueRecord, by: Person): NextIssue {
  const { card } = record;
  if (card.route !== 'debunk' && card.route !== 'prebunk')
    throw illegalMove('routeNeeded', moveRefusalWords.routeNeeded, card);
  const target = moveTable.draft.from[card.state];
  if (target === undefined) throw illegalMove('wrongState', moveRefusalWords.wrongState, card);
  return { ...record, card: { ...card, state: 'drafted', owner: card.owner ?? by } };
}
