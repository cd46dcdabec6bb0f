import { randomUUID } from 'node:crypto';
import type { Fact, IssueCard, OpenIssueBody } from '@kentongan/contracts';
import { DATABASE_POOL, withTransaction } from '@kentongan/database';
import { CLOCK, type Clock, type PersonPrincipal, personOf } from '@kentongan/platform';
import { isSameThing, type Traces, triage, withoutJudgement } from '@kentongan/triage';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { z } from 'zod';
import { RegionTable } from '../regions/region-table.js';
import { ResponderRelay } from '../responder.relay.js';
import { readFact } from './issue-facts.js';
import { readCandidates, statusOf } from './issue-record.js';
import { IssueWriter, type NextIssue } from './issue-writer.js';
import { lockRegion } from './region-lock.js';
import { triageInputOf } from './signal-update.js';

const titleCharactersMin = 3;

type OpenIssue = z.infer<typeof OpenIssueBody>;

/** A person opens an issue, for instance from a text that was forwarded to the desk. */
@Injectable()
export class IssueOpening {
  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IssueWriter) private readonly writer: IssueWriter,
    @Inject(RegionTable) private readonly regions: RegionTable,
    @Inject(ResponderRelay) private readonly relay: ResponderRelay,
  ) {}

  /** @returns the id of the new issue, or of the open one that is about the same fact or text already */
  async open(body: OpenIssue, principal: PersonPrincipal): Promise<string> {
    const issueId = await withTransaction(this.pool, async (client) => {
      await lockRegion(client, body.region);
      const traces = tracesOf(body);
      const search = { regionId: body.region, traces, from: null, to: null };
      const open = (await readCandidates(client, search)).find(
        (candidate) => statusOf(candidate.card.state) !== 'done' && isSameThing(candidate.traces, traces),
      );
      if (open) return open.card.issueId;
      const at = new Date(this.clock.now()).toISOString();
      const fact = await readFact(client, body.region, body.factId ?? null);
      const mode = this.regions.of(body.region)?.mode ?? 'live';
      const opened = newIssue(body, { fact, traces, at, mode, principal });
      await this.writer.commit(client, null, opened, {
        kind: 'opened',
        by: personOf(principal),
        role: principal.role,
        reason: null,
        at,
        causationId: null,
      });
      return opened.card.issueId;
    });
    this.relay.wake();
    return issueId;
  }
}

function tracesOf({ factId, nearCopyKey }: OpenIssue): Traces {
  const keys = [
    ...(factId === undefined ? [] : [`hoaxMatch|${factId}`]),
    ...(nearCopyKey === undefined ? [] : [`nearCopy|${nearCopyKey}`]),
  ];
  return { mainKeys: keys, keys, postIds: [], factId: factId ?? null };
}

interface Opening {
  readonly fact: Fact | null;
  readonly traces: Traces;
  readonly at: string;
  readonly mode: IssueCard['mode'];
  readonly principal: PersonPrincipal;
}

/** Whoever opens it has it. The pasted text is weighed and not kept. */
function newIssue(body: OpenIssue, { fact, traces, at, mode, principal }: Opening): NextIssue {
  const bare = { signal: null, factId: fact?.factId ?? null, factTitle: fact?.title ?? null, route: null };
  const plainTitle = withoutJudgement(body.title);
  const card: IssueCard = {
    ...bare,
    ...triage(triageInputOf(bare, body.subjects, [body.title, body.text], body.postType ?? null)),
    issueId: `is-${randomUUID().replaceAll('-', '').slice(0, 20)}`,
    regionId: body.region,
    mode,
    version: 1,
    title: plainTitle.length < titleCharactersMin ? body.title : plainTitle,
    state: 'detected',
    owner: personOf(principal),
    openedAt: at,
    risenAt: at,
    acknowledgedAt: at,
    snoozedUntil: null,
    mergedInto: null,
    agencyId: null,
  };
  return {
    card,
    stateBefore: null,
    closedAt: null,
    quietRank: null,
    dismissal: null,
    lastEventAt: at,
    alertSeconds: null,
    subjects: body.subjects,
    places: body.places,
    nearCopyKey: body.nearCopyKey ?? null,
    traces,
  };
}
