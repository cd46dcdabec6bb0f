import type { Clarification, DraftBody, EvidenceBody, IssueState } from '@kentongan/contracts';
import { withTransaction } from '@kentongan/database';
import { visibleStrings } from '@kentongan/drafting';
import { type Clock, mayEnterRegion, type Principal, personOf } from '@kentongan/platform';
import type pg from 'pg';
import type { z } from 'zod';
import { unknownIssue } from '../issues/issue-errors.js';
import { emptyTitle, notEditable, refusedStep, staleDraft, tooMuchEvidence } from './clarification-errors.js';
import type { ClarificationsStore } from './clarifications.store.js';
import type { GatedIssue, IssueGate } from './issue-gate.js';

/** What is public is corrected by opening the issue again, never in silence. */
const uneditableStates: ReadonlySet<IssueState> = new Set([
  'published',
  'amplified',
  'monitored',
  'closed',
  'merged',
]);

/** What people do to the words and the evidence of an issue. */
export class ClarificationsService {
  constructor(
    private readonly pool: pg.Pool,
    private readonly store: ClarificationsStore,
    private readonly gate: IssueGate,
    private readonly clock: Clock,
  ) {}

  /** Saves a person's words; saving the program's suggestion makes it theirs. */
  async saveDraft(
    issueId: string,
    { version, text }: z.infer<typeof DraftBody>,
    principal: Principal,
  ): Promise<Clarification> {
    return this.within(issueId, principal, async (client, issue) => {
      if (uneditableStates.has(issue.state)) throw notEditable();
      const current = await this.store.get(client, issueId, issue.route);
      if (!current) throw refusedStep({ problem: 'noClarification' });
      if (isStale(current, version)) throw staleDraft(current.version);
      const by = personOf(principal);
      await this.store.writeDraft(client, current, issue.regionId, visibleStrings(text), by, this.now());
      const isWithdrawn = current.status !== 'suggested' && current.status !== 'draft';
      await this.gate.note(client, issueId, isWithdrawn ? 'draftWithdrawn' : 'draftWritten', by);
      const written = await this.store.get(client, issueId, issue.route);
      if (!written) throw new Error('the draft that was just written is not there');
      return written;
    });
  }

  /** @returns all evidence of the issue, the new piece included */
  async addEvidence(
    issueId: string,
    given: z.infer<typeof EvidenceBody>,
    principal: Principal,
  ): Promise<{ evidence: Clarification['evidence'] }> {
    const { suppliedBy, ...words } = visibleStrings(given);
    if (words.title.trim() === '') throw emptyTitle();
    return this.within(issueId, principal, async (client) => {
      const by = personOf(principal);
      const isAdded = await this.store.addEvidence(
        client,
        issueId,
        { ...words, suppliedBy: suppliedBy?.trim() || by.name },
        by,
        this.now(),
      );
      if (!isAdded) throw tooMuchEvidence();
      await this.store.renewSuggestion(client, issueId, this.now());
      await this.gate.note(client, issueId, 'evidenceAdded', by);
      return { evidence: await this.store.evidenceOf(client, issueId) };
    });
  }

  private async within<Result>(
    issueId: string,
    principal: Principal,
    work: (client: pg.PoolClient, issue: GatedIssue) => Promise<Result>,
  ): Promise<Result> {
    const result = await withTransaction(this.pool, async (client) => {
      const issue = await this.gate.lock(client, issueId);
      if (!issue || !maySee(principal, issue)) throw unknownIssue();
      return work(client, issue);
    });
    this.gate.wake();
    return result;
  }

  private now(): string {
    return new Date(this.clock.now()).toISOString();
  }
}

/** A person's words win over a suggestion that the program renewed meanwhile; over another person's they never do. */
function isStale(current: Clarification, version: number): boolean {
  if (version > current.version) return true;
  return current.status !== 'suggested' && current.version !== version;
}

/** An agency sees the issues it was made responsible for, nothing else. */
function maySee(principal: Principal, issue: GatedIssue): boolean {
  if (!mayEnterRegion(principal, issue.regionId)) return false;
  if (principal.kind === 'machine' || principal.role !== 'agency') return true;
  return principal.agencyId !== null && principal.agencyId === issue.agencyId;
}
