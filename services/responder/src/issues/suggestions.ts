import type { Route } from '@kentongan/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { ClarificationsStore, type SuggestionSource } from '../clarifications/index.js';
import { RegionTable } from '../regions/region-table.js';
import { AgencySuggestions } from './agency-suggestions.js';
import { readFact } from './issue-facts.js';
import type { IssueRecord } from './issue-record.js';

const answeringRoutes: readonly (Route | null)[] = ['debunk', 'prebunk'];

/** Whether the issue's route, or the suggested one while a person has not decided, asks for a clarification. */
export function needsClarification({ card }: IssueRecord): boolean {
  return answeringRoutes.includes(card.route ?? card.suggestion.route);
}

/** Looks up what a suggested clarification is composed from. */
@Injectable()
export class Suggestions {
  constructor(
    @Inject(ClarificationsStore) private readonly clarifications: ClarificationsStore,
    @Inject(RegionTable) private readonly regions: RegionTable,
    @Inject(AgencySuggestions) private readonly agencies: AgencySuggestions,
  ) {}

  /** Does nothing for an issue whose route asks for none. The caller holds the lock on the issue. */
  async ensure(client: pg.ClientBase, record: IssueRecord, at: string): Promise<void> {
    if (!needsClarification(record)) return;
    await this.clarifications.ensureSuggestion(client, await this.sourceOf(client, record), at);
  }

  async sourceOf(client: pg.ClientBase, record: IssueRecord): Promise<SuggestionSource> {
    const { issueId, regionId, signal, factId } = record.card;
    return {
      issueId,
      regionId,
      regionName: this.regions.of(regionId)?.name ?? '',
      agency: await this.agencies.chosenOrLikely(client, record),
      fact: await readFact(client, regionId, factId),
      signal,
    };
  }
}
