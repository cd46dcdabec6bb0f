import type { DraftFallback, DraftProposal } from '@kentongan/contracts';
import { withTransaction } from '@kentongan/database';
import { composeProposal, draftMaterial, lintClarification, type SuggestionInput } from '@kentongan/drafting';
import { mayEnterRegion, type Principal } from '@kentongan/platform';
import type { OnModuleDestroy } from '@nestjs/common';
import type pg from 'pg';
import { type ClarificationsStore, type IssueGate, refusedStep } from '../clarifications/index.js';
import { unknownIssue } from '../issues/issue-errors.js';
import type { RegionTable } from '../regions/region-table.js';
import type { Drafter, DrafterAnswer } from './drafter.port.js';

const supportsMax = 50;
const questionsMax = 20;

/** Everything read for a draft, before anybody is asked for words. */
interface ReadIssue {
  readonly input: SuggestionInput;
  readonly linkHosts: readonly string[];
}

/**
 * Drafts for a person to compare. Nothing is written: what a model says cannot change an issue, a clarification or a
 * fact; it reaches them only in the words that a person saves.
 */
export class DraftProposals implements OnModuleDestroy {
  constructor(
    private readonly pool: pg.Pool,
    private readonly store: ClarificationsStore,
    private readonly gate: IssueGate,
    private readonly regions: Pick<RegionTable, 'of'>,
    private readonly drafter: Drafter | null,
  ) {}

  async onModuleDestroy(): Promise<void> {
    await this.drafter?.close();
  }

  async propose(issueId: string, principal: Principal): Promise<DraftProposal> {
    const { input, linkHosts } = await this.read(issueId, principal);
    const material = draftMaterial(input, linkHosts);
    const answer = await this.answer(material);
    const sentences = answer.ok ? answer.sentences : [];
    const proposal = composeProposal(input, sentences, material, this.drafter?.secrets ?? []);
    const isUsed = proposal.sentences.some(({ problem }) => problem === null);
    const fallback: DraftFallback | null = answer.ok ? (isUsed ? null : 'nothingUsable') : answer.problem;
    return {
      drafter: fallback === null ? 'endpoint' : 'template',
      fallback,
      text: proposal.text,
      supports: proposal.supports.slice(0, supportsMax),
      openQuestions: proposal.openQuestions.slice(0, questionsMax),
      problems: lintClarification(proposal.text, input.evidence),
      sentences: proposal.sentences.map((each) => ({ ...each, restsOn: [...each.restsOn] })),
    };
  }

  /** The transaction ends before the endpoint is asked: no lock waits for a model. */
  private read(issueId: string, principal: Principal): Promise<ReadIssue> {
    return withTransaction(this.pool, async (client) => {
      const issue = await this.gate.lock(client, issueId);
      if (!issue || !mayEnterRegion(principal, issue.regionId)) throw unknownIssue();
      const source = await this.gate.sourceOf(client, issueId);
      if (!source) throw refusedStep({ problem: 'noClarification' });
      const evidence = await this.store.evidenceOf(client, issueId);
      return {
        input: { ...source, evidence },
        linkHosts: this.regions.of(issue.regionId)?.linkHosts ?? [],
      };
    });
  }

  private async answer(material: ReturnType<typeof draftMaterial>): Promise<DrafterAnswer> {
    if (!this.drafter) return { ok: false, problem: 'off' };
    // Words about nothing would be invented ones.
    if (material.sources.length === 0) return { ok: false, problem: 'nothingUsable' };
    return this.drafter.draft(material);
  }
}
