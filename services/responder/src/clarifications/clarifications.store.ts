import type { Clarification, ClarificationText, Evidence, Person, Route } from '@kentongan/contracts';
import { lintClarification, makeVariants, questionsStillOpen } from '@kentongan/drafting';
import type pg from 'pg';
import type { FactsStore } from '../facts/facts.store.js';
import {
  addEvidence,
  type Queryable,
  readClarification,
  readEvidence,
  readSource,
  type StoredClarification,
  type SuggestionSource,
  type VersionChange,
  writeClarification,
} from './clarification-rows.js';
import { type ClarificationRefusal, type StepContext, type StepName, step } from './clarification-steps.js';
import { attachFactCheck, composeSuggestion } from './compose-suggestion.js';
import { ownFactOf } from './own-fact.js';

type ClarificationMove =
  /** `isFullyApproved`: the issue may move on to approved; on a critical one the leader may still be awaited. */
  | { readonly ok: true; readonly clarification: Clarification; readonly isFullyApproved: boolean }
  | { readonly ok: false; readonly refusal: ClarificationRefusal };

const changeOf: Readonly<Record<StepName, VersionChange>> = {
  submit: 'submitted',
  approve: 'approved',
  reject: 'rejected',
  publish: 'published',
};

/**
 * One clarification an issue. Whatever writes works inside the caller's transaction, which must hold the lock on the
 * issue's row: that lock orders all writers.
 */
export class ClarificationsStore {
  constructor(
    private readonly facts: Pick<FactsStore, 'recordWithin'>,
    private readonly newId: () => string,
  ) {}

  /**
   * Composes the suggestion, and composes it anew while no person took it over; a person's words stay untouched. The
   * fact-check itself becomes the first piece of evidence.
   */
  async ensureSuggestion(client: pg.ClientBase, source: SuggestionSource, at: string): Promise<void> {
    const current = await readClarification(client, source.issueId);
    if (current && current.status !== 'suggested') return;
    if (source.fact) await attachFactCheck(client, source.issueId, source.fact, at);
    await composeSuggestion(client, source, current, at);
  }

  /** New evidence makes a suggestion better; a person's words stay untouched. */
  async renewSuggestion(client: pg.ClientBase, issueId: string, at: string): Promise<void> {
    const source = await readSource(client, issueId);
    if (source) await composeSuggestion(client, source, await readClarification(client, issueId), at);
  }

  /** With evidence, and the problems of its words as the rules see them now; null when the issue has none. */
  async get(client: Queryable, issueId: string, route: Route | null): Promise<Clarification | null> {
    const stored = await readClarification(client, issueId);
    if (!stored) return null;
    return this.complete(client, stored, route);
  }

  /** Evidence stands by itself: an issue may have some before it has a clarification. */
  evidenceOf(client: Queryable, issueId: string): Promise<Evidence[]> {
    return readEvidence(client, issueId);
  }

  /** @returns false when the issue holds as much evidence as it may */
  addEvidence(
    client: pg.ClientBase,
    issueId: string,
    given: Omit<Evidence, 'evidenceId' | 'capturedAt'>,
    by: Person,
    at: string,
  ): Promise<boolean> {
    const evidence = { ...given, evidenceId: `ev-${this.newId()}`, capturedAt: at };
    return addEvidence(client, issueId, evidence, by);
  }

  /** A person's words replace what stood there: they are the author now, and earlier approvals do not hold for them. */
  async writeDraft(
    client: pg.ClientBase,
    current: Clarification,
    regionId: string,
    text: Clarification['text'],
    by: Person,
    at: string,
  ): Promise<void> {
    const { evidence: _evidence, problems: _problems, ...stored } = current;
    const isWithdrawn = current.status !== 'draft' && current.status !== 'suggested';
    const next: StoredClarification = {
      ...stored,
      regionId,
      version: current.version + 1,
      status: 'draft',
      ...restingOn(current, text),
      text: isEveryVariantEmpty(text) ? { ...text, variants: makeVariants(text) } : text,
      author: by,
      approvals: [],
      updatedAt: at,
    };
    await writeClarification(client, next, isWithdrawn ? 'withdrawn' : 'written', by);
  }

  /** submit: draft → submitted. approve: a signature, and approved once all are there. reject: back to draft. */
  async move(
    client: pg.ClientBase,
    name: Exclude<StepName, 'publish'>,
    issueId: string,
    context: StepContext,
    at: string,
  ): Promise<ClarificationMove> {
    return this.take(client, name, issueId, context, at);
  }

  /** approved → published; in the same transaction the answer becomes the fact `own:ISSUEID` of the memory. */
  async publish(
    client: pg.ClientBase,
    issueId: string,
    context: StepContext & { readonly regionName: string },
    at: string,
  ): Promise<ClarificationMove> {
    const published = await this.take(client, 'publish', issueId, context, at);
    if (!published.ok) return published;
    const stored = await readClarification(client, issueId);
    const fact = stored && ownFactOf(stored, context.regionName);
    if (stored && fact)
      await this.facts.recordWithin(client, {
        facts: [fact],
        regionId: stored.regionId,
        by: context.by,
        change: 'published',
        at,
      });
    return published;
  }

  private async take(
    client: pg.ClientBase,
    name: StepName,
    issueId: string,
    context: StepContext,
    at: string,
  ): Promise<ClarificationMove> {
    const stored = await readClarification(client, issueId);
    const current = stored && (await this.complete(client, stored, context.route));
    const result = step(name, current, context, at);
    if (!result.ok) return result;
    if (!stored || !current) throw new Error('a step was taken on a clarification that is not there');
    const next = { ...stored, ...result.next, version: stored.version + 1, updatedAt: at };
    await writeClarification(client, next, changeOf[name], context.by);
    const { evidence, problems } = current;
    const { regionId: _regionId, ...clarification } = { ...next, evidence, problems };
    return { ok: true, clarification, isFullyApproved: next.status === 'approved' };
  }

  private async complete(
    client: Queryable,
    stored: StoredClarification,
    route: Route | null,
  ): Promise<Clarification> {
    const evidence = await readEvidence(client, stored.issueId);
    const { regionId: _regionId, ...clarification } = stored;
    return {
      ...clarification,
      evidence,
      openQuestions: questionsStillOpen(stored.openQuestions, [], evidence),
      problems: lintClarification(stored.text, evidence, route),
    };
  }
}

/** What a changed field rested on holds no more, and what was asked about it is answered. */
function restingOn(
  current: Clarification,
  text: ClarificationText,
): Pick<Clarification, 'supports' | 'openQuestions'> {
  const changed = Object.keys(text).filter((field) => {
    const name = field as keyof ClarificationText;
    return JSON.stringify(text[name]) !== JSON.stringify(current.text[name]);
  });
  return {
    supports: current.supports.filter(({ field }) => !changed.includes(field)),
    openQuestions: questionsStillOpen(current.openQuestions, changed, current.evidence),
  };
}

function isEveryVariantEmpty({ variants }: Clarification['text']): boolean {
  return Object.values(variants).every((variant) => variant.trim() === '');
}
