import type { IssueCard, IssueView, TimelineEntry } from '@kentongan/contracts';
import { DATABASE_POOL, withTransaction } from '@kentongan/database';
import { whatsappCard } from '@kentongan/drafting';
import { CLOCK, type Clock, type Principal } from '@kentongan/platform';
import { allowedMoves, postsSelectionOf, tokensOf } from '@kentongan/triage';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { ClarificationsStore } from '../clarifications/index.js';
import { RegionTable } from '../regions/region-table.js';
import { responderSchema } from '../responder.schema.js';
import { AgencySuggestions } from './agency-suggestions.js';
import { unknownIssue } from './issue-errors.js';
import { issueFactsOf, readFact } from './issue-facts.js';
import { type IssueRecord, lockIssue, readIssue } from './issue-record.js';
import { maySee } from './issue-sight.js';
import { needsClarification, Suggestions } from './suggestions.js';

const timelineEntriesMax = 500;
const mergedFromMax = 50;
const similarMax = 5;

/** One issue in full, as this person may see it. */
@Injectable()
export class IssueViews {
  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ClarificationsStore) private readonly clarifications: ClarificationsStore,
    @Inject(Suggestions) private readonly suggestions: Suggestions,
    @Inject(RegionTable) private readonly regions: RegionTable,
    @Inject(AgencySuggestions) private readonly agencies: AgencySuggestions,
  ) {}

  /** @throws HttpException 404 `unknownIssue`, also for an issue that this person may not see */
  async view(issueId: string, principal: Principal): Promise<IssueView> {
    const record = await readIssue(this.pool, issueId);
    if (!record || !maySee(principal, record.card)) throw unknownIssue();
    const { card } = record;
    const isAgency = principal.kind === 'person' && principal.role === 'agency';
    const [clarification, timeline, fact, mergedFrom, similar, agencySuggestions] = await Promise.all([
      this.clarification(record),
      this.timeline(issueId),
      readFact(this.pool, card.regionId, card.factId),
      this.mergedFrom(issueId),
      isAgency ? [] : this.similar(record),
      isAgency || card.agencyId !== null ? [] : this.agencies.of(this.pool, record),
    ]);
    const facts = issueFactsOf(record, clarification);
    return {
      card,
      timeline,
      fact,
      clarification,
      postsSelection: postsSelectionOf({ ...record, ...card }, this.regions.of(card.regionId)),
      allowedMoves: principal.kind === 'person' ? allowedMoves(facts, principal, this.clock.now()) : [],
      mergedFrom,
      similar,
      agencySuggestions,
      whatsapp: { id: whatsappCard(card, 'id'), en: whatsappCard(card, 'en') },
    };
  }

  /** The suggestion is composed when the first person looks; what somebody wrote is shown whatever the route is now. */
  private async clarification(record: IssueRecord): Promise<IssueView['clarification']> {
    const { issueId, route } = record.card;
    const isNeeded = needsClarification(record);
    const current = await this.clarifications.get(this.pool, issueId, route);
    if (current) return isNeeded || current.status !== 'suggested' ? current : null;
    if (!isNeeded) return null;
    return withTransaction(this.pool, async (client) => {
      const locked = await lockIssue(client, issueId);
      if (locked) await this.suggestions.ensure(client, locked, new Date(this.clock.now()).toISOString());
      return this.clarifications.get(client, issueId, route);
    });
  }

  private async timeline(issueId: string): Promise<TimelineEntry[]> {
    const { rows } = await this.pool.query<TimelineRow>(
      `SELECT sequence, at, change, by_person, from_state, to_state, from_version, reason
       FROM ${responderSchema}.timeline WHERE issue_id = $1 ORDER BY sequence DESC LIMIT ${timelineEntriesMax}`,
      [issueId],
    );
    return rows.toReversed().map(entryOf);
  }

  private async mergedFrom(issueId: string): Promise<IssueView['mergedFrom']> {
    const { rows } = await this.pool.query<{ issueId: string; title: string }>(
      `SELECT issue_id AS "issueId", card ->> 'title' AS title FROM ${responderSchema}.issues
       WHERE merged_into = $1 ORDER BY opened_at LIMIT ${mergedFromMax}`,
      [issueId],
    );
    return rows;
  }

  /** Open issues that carry what this one is about: a person may know that they are one thing. */
  private async similar({ card, traces }: IssueRecord): Promise<IssueView['similar']> {
    const main = tokensOf(traces).main.filter((token) => !token.startsWith('volume|'));
    const { rows } = await this.pool.query<{ issueId: string; title: string; state: IssueCard['state'] }>(
      `SELECT issue_id AS "issueId", card ->> 'title' AS title, state FROM ${responderSchema}.issues
       WHERE tokens && $2 AND region_id = $1 AND issue_id <> $3 AND status <> 'done'
       ORDER BY risen_at DESC LIMIT ${similarMax}`,
      [card.regionId, main, card.issueId],
    );
    return rows;
  }
}

interface TimelineRow {
  readonly sequence: number;
  readonly at: Date;
  readonly change: TimelineEntry['change'];
  readonly by_person: TimelineEntry['by'];
  readonly from_state: TimelineEntry['fromState'];
  readonly to_state: TimelineEntry['toState'];
  readonly from_version: number;
  readonly reason: string | null;
}

const entryOf = (row: TimelineRow): TimelineEntry => ({
  sequence: row.sequence,
  at: row.at.toISOString(),
  change: row.change,
  by: row.by_person,
  fromState: row.from_state,
  toState: row.to_state,
  fromVersion: row.from_version,
  reason: row.reason,
});
