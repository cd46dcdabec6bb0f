import type { Agency, AgencySuggestion, IssueCard } from '@kentongan/contracts';
import { agencyConfidenceMin, agencyFor, suggestAgencies, textsOfIssue } from '@kentongan/triage';
import { Inject, Injectable } from '@nestjs/common';
import { RegionTable } from '../regions/region-table.js';
import { responderSchema } from '../responder.schema.js';
import { AgencyModels } from './agency-models.js';
import type { IssueRecord, Queryable } from './issue-record.js';

/** Handled issues that are learned from; the latest, so that a new division of work is followed. */
const handledMax = 200;

/** Which agency an issue is likely to be for, from the region's settings and what its people decided so far. */
@Injectable()
export class AgencySuggestions {
  constructor(
    @Inject(RegionTable) private readonly regions: RegionTable,
    @Inject(AgencyModels) private readonly models: AgencyModels,
  ) {}

  /** At most three, best first; none where the region has no agencies. */
  async of(client: Queryable, { card, places }: IssueRecord): Promise<AgencySuggestion[]> {
    const agencies = this.regions.of(card.regionId)?.agencies ?? [];
    if (agencies.length === 0) return [];
    const { rows } = await client.query<{ card: Pick<IssueCard, 'agencyId' | 'title' | 'signal'> }>(
      handledSql,
      [card.regionId, card.issueId],
    );
    const handled = rows
      .toReversed()
      .flatMap(({ card: { agencyId, title, signal } }) =>
        agencyId === null ? [] : [{ agencyId, texts: textsOfIssue(title, signal) }],
      );
    const judge = this.models.of(card.regionId);
    return suggestAgencies({
      agencies,
      handled,
      texts: textsOfIssue(card.title, card.signal),
      places,
      judge,
    });
  }

  /** The agency a person chose, else the one that is likely enough, else the first that the settings name for the subjects. */
  async chosenOrLikely(client: Queryable, record: IssueRecord): Promise<Agency | null> {
    const agencies = this.regions.of(record.card.regionId)?.agencies ?? [];
    const byId = (agencyId: string | null) => agencies.find((agency) => agency.agencyId === agencyId);
    const chosen = byId(record.card.agencyId);
    if (chosen) return chosen;
    const [best] = await this.of(client, record);
    const likely = best && best.confidence >= agencyConfidenceMin ? byId(best.agencyId) : undefined;
    return likely ?? agencyFor(agencies, record.subjects, record.places);
  }
}

const handledSql = `
  SELECT jsonb_build_object('agencyId', agency_id, 'title', card -> 'title', 'signal', card -> 'signal') AS card
  FROM ${responderSchema}.issues
  WHERE region_id = $1 AND agency_id IS NOT NULL AND issue_id <> $2
  ORDER BY opened_at DESC, issue_id LIMIT ${handledMax}`;
