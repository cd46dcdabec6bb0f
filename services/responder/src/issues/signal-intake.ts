import type { Fact, issuesSignalled, RegionSettings, Signal, StreamEvent } from '@kentongan/contracts';
import { DATABASE_POOL, withTransaction } from '@kentongan/database';
import { done, drop, type Outcome } from '@kentongan/messaging';
import { CLOCK, type Clock } from '@kentongan/platform';
import { factOf, isSameThing, titleOf, tracesOfSignal } from '@kentongan/triage';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { RegionTable } from '../regions/region-table.js';
import { ResponderRelay } from '../responder.relay.js';
import { responderSchema } from '../responder.schema.js';
import { readFact } from './issue-facts.js';
import { type IssueRecord, lockLiveIssue, readCandidates } from './issue-record.js';
import { IssueWriter } from './issue-writer.js';
import { aboutOf, issueOfSignal } from './new-issue.js';
import { PlaceNames } from './place-names.js';
import { lockRegion } from './region-lock.js';
import { updateBySignal } from './signal-update.js';

type SignalEvent = StreamEvent<typeof issuesSignalled>;

/** What rises again within this time is the same thing. */
const sameThingMilliseconds = 48 * 3_600_000;

/** A statement of the detector opens one issue or adds to one, never two for the same thing. */
@Injectable()
export class SignalIntake {
  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IssueWriter) private readonly writer: IssueWriter,
    @Inject(RegionTable) private readonly regions: RegionTable,
    @Inject(PlaceNames) private readonly placeNames: PlaceNames,
    @Inject(ResponderRelay) private readonly relay: ResponderRelay,
  ) {}

  /** Taken once in effect: a statement that is known, or older than the one known, is dropped. */
  async take(event: SignalEvent): Promise<Outcome> {
    const names = await this.placeNames.of(aboutOf(event.data).places);
    const outcome = await withTransaction(this.pool, async (client) => {
      await lockRegion(client, event.regionId);
      const known = await readSignalRow(client, event.regionId, event.data.signalId);
      if (known && known.version >= event.data.version)
        return drop(known.version === event.data.version ? 'duplicate' : 'stale');
      const fact = await readFact(client, event.regionId, factOf(event.data));
      const issue = known
        ? await lockLiveIssue(client, known.issue_id)
        : await this.findSame(client, event.regionId, event.data);
      const issueId = issue
        ? await this.update(client, issue, event, fact)
        : await this.open(client, event, fact, names);
      await client.query(upsertSignalSql, [
        event.regionId,
        event.data.signalId,
        issueId,
        event.data.version,
        this.now(),
      ]);
      return done;
    });
    this.relay.wake();
    return outcome;
  }

  private now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  /** An issue of the last 48 hours that is the same thing, open ones first. Locked. */
  private async findSame(
    client: pg.ClientBase,
    regionId: string,
    signal: Signal,
  ): Promise<IssueRecord | null> {
    const traces = tracesOfSignal(signal);
    const risenAt = Date.parse(signal.windowEnd);
    const candidates = await readCandidates(client, {
      regionId,
      traces,
      from: new Date(risenAt - sameThingMilliseconds).toISOString(),
      to: new Date(risenAt + sameThingMilliseconds).toISOString(),
    });
    const same = candidates.find((candidate) => isSameThing(candidate.traces, traces));
    return same ? lockLiveIssue(client, same.card.issueId) : null;
  }

  private async update(
    client: pg.ClientBase,
    issue: IssueRecord,
    { data: signal, id: causationId }: SignalEvent,
    fact: Fact | null,
  ): Promise<string> {
    const update = updateBySignal(issue, signal, fact);
    if (update.kind === 'counted') {
      await client.query(`UPDATE ${responderSchema}.issues SET last_event_at = $2 WHERE issue_id = $1`, [
        issue.card.issueId,
        update.lastEventAt,
      ]);
      return issue.card.issueId;
    }
    await this.writer.commit(client, issue, update.next, {
      ...byProgram,
      kind: update.change,
      at: this.now(),
      causationId,
    });
    return issue.card.issueId;
  }

  private async open(
    client: pg.ClientBase,
    { data: signal, regionId, id: causationId }: SignalEvent,
    fact: Fact | null,
    names: ReadonlyMap<string, string>,
  ): Promise<string> {
    const at = this.now();
    const settings = this.regions.of(regionId);
    const title = titleOf(signal, {
      place: (code) => names.get(code),
      source: (sourceId) => settings?.feeds.find((feed) => feed.sourceId === sourceId)?.name,
      watchRule: (ruleId) => phraseOf(settings, ruleId),
      factTitle: fact?.title ?? null,
    });
    const opened = issueOfSignal(regionId, signal, fact, title, at);
    await this.writer.commit(client, null, opened, { ...byProgram, kind: 'opened', at, causationId });
    return opened.card.issueId;
  }
}

const byProgram = { by: null, role: null, reason: null } as const;

const phraseOf = (settings: RegionSettings | null, ruleId: string): string | undefined =>
  settings?.watchRules.find(({ id }) => id === ruleId)?.phrases[0];

interface SignalRow {
  readonly issue_id: string;
  readonly version: number;
}

async function readSignalRow(
  client: pg.ClientBase,
  regionId: string,
  signalId: string,
): Promise<SignalRow | null> {
  const { rows } = await client.query<SignalRow>(
    `SELECT issue_id, version FROM ${responderSchema}.issue_signals WHERE region_id = $1 AND signal_id = $2`,
    [regionId, signalId],
  );
  return rows[0] ?? null;
}

const upsertSignalSql = `
  INSERT INTO ${responderSchema}.issue_signals (region_id, signal_id, issue_id, version, recorded_at)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (region_id, signal_id) DO UPDATE
    SET issue_id = excluded.issue_id, version = excluded.version, recorded_at = excluded.recorded_at`;
