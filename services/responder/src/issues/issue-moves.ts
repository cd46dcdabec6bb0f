import type { Clarification, IssueCard, IssueState, MoveBody } from '@kentongan/contracts';
import { DATABASE_POOL, withTransaction } from '@kentongan/database';
import { CLOCK, type Clock, type PersonPrincipal, personOf } from '@kentongan/platform';
import { type AskedMove, decideMove } from '@kentongan/triage';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { ClarificationsStore, refusedStep, type StepContext } from '../clarifications/index.js';
import { CorrectionsStore } from '../corrections/index.js';
import { RegionTable } from '../regions/region-table.js';
import { ResponderRelay } from '../responder.relay.js';
import { absorb } from './absorb.js';
import { AgencySuggestions } from './agency-suggestions.js';
import { illegalMove, staleVersion, unknownAgency, unknownIssue } from './issue-errors.js';
import { issueFactsOf } from './issue-facts.js';
import { type IssueRecord, lockIssues, statusOf } from './issue-record.js';
import { maySee } from './issue-sight.js';
import { type IssueChange, IssueWriter } from './issue-writer.js';
import { effectOf } from './move-effects.js';
import { moveRefusalWords } from './move-words.js';
import { Suggestions } from './suggestions.js';

/** A person's move in work: the issue is locked. */
interface MoveInWork {
  readonly client: pg.ClientBase;
  readonly record: IssueRecord;
  readonly into: IssueRecord | null;
  readonly body: MoveBody;
  readonly principal: PersonPrincipal;
  readonly clarification: Clarification | null;
  readonly at: string;
}

/** Moves issues along: checked against the table, the version and the person, all in one transaction. */
@Injectable()
export class IssueMoves {
  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IssueWriter) private readonly writer: IssueWriter,
    @Inject(ClarificationsStore) private readonly clarifications: ClarificationsStore,
    @Inject(Suggestions) private readonly suggestions: Suggestions,
    @Inject(AgencySuggestions) private readonly agencies: AgencySuggestions,
    @Inject(RegionTable) private readonly regions: RegionTable,
    @Inject(CorrectionsStore) private readonly corrections: CorrectionsStore,
    @Inject(ResponderRelay) private readonly relay: ResponderRelay,
  ) {}

  /** @throws HttpException 404 `unknownIssue`, 409 `staleVersion`, 409 `illegalMove`; nothing was changed then */
  async move(issueId: string, body: MoveBody, principal: PersonPrincipal): Promise<void> {
    await withTransaction(this.pool, async (client) => {
      const intoId = body.move === 'merge' ? body.intoIssueId : issueId;
      const locked = await lockIssues(client, [issueId, intoId]);
      const record = locked.get(issueId);
      if (!record || !maySee(principal, record.card)) throw unknownIssue();
      if (record.card.version !== body.version) throw staleVersion(record.card);
      const clarification = await this.clarifications.get(client, issueId, record.card.route);
      const into = intoId === issueId ? null : (locked.get(intoId) ?? null);
      const at = new Date(this.clock.now()).toISOString();
      await this.carryOut({ client, record, into, body, principal, clarification, at });
    });
    this.relay.wake();
  }

  private async carryOut(work: MoveInWork): Promise<void> {
    const { client, record, body, principal, clarification, at } = work;
    this.requireAgency(record.card, body);
    const facts = issueFactsOf(record, clarification);
    const decision = decideMove(askedMove(work), facts, principal, this.clock.now());
    if (!decision.ok) throw illegalMove(decision.refusal, moveRefusalWords[decision.refusal], record.card);
    const state = (await this.moveClarification(work)) ?? decision.state;
    const by = personOf(principal);
    const { next, change, reason, feedback } = effectOf(record, body, { by, at, state });
    const line: IssueChange = { kind: change, by, role: principal.role, reason, at, causationId: null };
    const after = await this.writer.commit(client, record, next, feedback ? { ...line, feedback } : line);
    if (work.into) await absorb(client, this.writer, record, work.into, { ...line, kind: 'absorbed' });
    if (body.move === 'triage') {
      await this.suggestions.ensure(client, after, at);
      await this.recordAgency(work, after.card);
    }
  }

  /** What a person chose beside what the program proposed: where it proposed nothing, nothing was corrected. */
  private async recordAgency({ client, record, principal, at }: MoveInWork, now: IssueCard): Promise<void> {
    const { issueId, regionId } = record.card;
    const { agencyId } = now;
    if (agencyId === null || agencyId === record.card.agencyId) return;
    const [proposed] = await this.agencies.of(client, record);
    if (!proposed) return;
    const said = proposed.agencyId;
    const isFirst = record.card.agencyId === null;
    if (isFirst && agencyId === said) return;
    const label = { part: 'agency', agencyId } as const;
    const subject = { postId: null, firstCreatedAt: null, issueId, lesson: null };
    await this.corrections.record(
      client,
      { regionId, key: `${issueId}|agency`, ...subject, label, said },
      { by: personOf(principal), role: principal.role, at },
    );
  }

  /** An agency that the region does not know would never answer. */
  private requireAgency({ regionId }: IssueCard, body: MoveBody): void {
    if (body.move !== 'triage' && body.move !== 'requestEvidence') return;
    const agencies = this.regions.of(regionId)?.agencies;
    if (!body.agencyId || !agencies) return;
    if (!agencies.some(({ agencyId }) => agencyId === body.agencyId)) throw unknownAgency();
  }

  /**
   * The text takes the step that belongs to the move; a refusal ends the whole move.
   * @returns where the text leads the issue, when it is the one to say so: on a critical one a leader may be awaited
   */
  private async moveClarification(work: MoveInWork): Promise<IssueState | null> {
    const { client, record, body, principal, at } = work;
    const { issueId, regionId } = record.card;
    const context: StepContext = {
      by: personOf(principal),
      role: principal.role,
      level: record.card.priority.level,
      route: record.card.route,
    };
    switch (body.move) {
      case 'submit':
      case 'approve':
      case 'reject': {
        const step = await this.clarifications.move(client, body.move, issueId, context, at);
        if (!step.ok) throw refusedStep(step.refusal);
        return step.isFullyApproved ? 'approved' : 'drafted';
      }
      case 'publish': {
        const regionName = this.regions.of(regionId)?.name ?? '';
        const step = await this.clarifications.publish(client, issueId, { ...context, regionName }, at);
        if (!step.ok) throw refusedStep(step.refusal);
        return null;
      }
      default:
        return null;
    }
  }
}

function askedMove({ body, record, into }: MoveInWork): AskedMove {
  switch (body.move) {
    case 'triage':
      return { move: body.move, route: body.route };
    case 'snooze':
      return { move: body.move, untilMilliseconds: Date.parse(body.until) };
    case 'merge':
      return {
        move: body.move,
        mergesIntoOpenIssue:
          into !== null &&
          into.card.regionId === record.card.regionId &&
          statusOf(into.card.state) !== 'done',
      };
    default:
      return { move: body.move };
  }
}
