import { setTimeout as pause } from 'node:timers/promises';
import type { IngestOutcome } from '@kentongan/contracts';
import { type Effect, type Issued, type Oracle, payloadOf } from '@kentongan/testing';
import type { Fleet } from '../../support/fleet.js';

const batchPosts = 20;
const retryMilliseconds = 200;
const requestSecondsMax = 20;
const stopSecondsMax = 60;
const textBefore = 'warga melapor ';
const source = 'uji';

/** Sends posts to a fleet's door as a client would: what was not acknowledged is sent again. */
export class FleetLoad {
  refusals = 0;
  private stopping = false;
  private readonly ended: Promise<void>;

  constructor(
    private readonly fleet: Fleet,
    private readonly region: string,
    private readonly oracle: Oracle,
    private readonly restMilliseconds: number,
  ) {
    this.ended = this.run();
    this.ended.catch(() => {}); // told by `stop`
  }

  /** Ends when everything sent is acknowledged. @throws when the door stays shut */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.ended;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      await this.send(this.oracle.issueMany(batchPosts));
      await pause(this.restMilliseconds);
    }
  }

  private async send(issued: readonly Issued[]): Promise<void> {
    let waiting = issued;
    let stoppingSince = Number.POSITIVE_INFINITY;
    while (waiting.length > 0) {
      const accepted = await sendPosts(this.fleet, this.region, waiting).catch(() => new Set<string>());
      for (const id of accepted) this.oracle.accept(id);
      waiting = waiting.filter(({ id }) => !accepted.has(id));
      if (waiting.length === 0) return;
      this.refusals += 1;
      if (this.stopping) stoppingSince = Math.min(stoppingSince, performance.now());
      if (performance.now() - stoppingSince > stopSecondsMax * 1_000)
        throw new Error(`${waiting.length} posts are not taken`);
      await pause(retryMilliseconds);
    }
  }
}

/** Sends posts once. @returns the ids that were acknowledged as stored */
async function sendPosts(
  fleet: Fleet,
  region: string,
  issued: readonly Issued[],
): Promise<ReadonlySet<string>> {
  const lines = issued.map(({ id, payload }) =>
    JSON.stringify({ id, ts: '2026-03-10T03:00:00.000Z', text: textBefore + payload, platform: source }),
  );
  const answer = await fetch(
    `${fleet.gatewayUrl}/api/posts?region=${region}&source=${source}&mode=historical`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${fleet.token}`, 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
      signal: AbortSignal.timeout(requestSecondsMax * 1_000),
    },
  );
  if (!answer.ok) throw new Error(`posts answered ${answer.status}: ${await answer.text()}`);
  const accepted = new Set<string>();
  for (const line of (await answer.text()).split('\n')) {
    const outcome = parsed(line);
    if (outcome && outcome.outcome !== 'rejected') accepted.add(idOf(outcome.postId));
  }
  return accepted;
}

/** Every post of a region in the archive, as the fleet's door shows it. */
export async function exportedEffects(fleet: Fleet, region: string): Promise<Effect[]> {
  const answer = await fetch(`${fleet.gatewayUrl}/api/archive/export?region=${region}&format=ndjson`, {
    headers: { authorization: `Bearer ${fleet.token}` },
  });
  if (!answer.ok) throw new Error(`the export answered ${answer.status}: ${await answer.text()}`);
  return (await answer.text())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { postId: string; text: string })
    .map(({ postId, text }) => ({ id: idOf(postId), payload: text.slice(textBefore.length) }));
}

/** Seconds until a post sent now can be found, door included. */
export async function freshSeconds(
  fleet: Fleet,
  region: string,
  oracle: Oracle,
  secondsMax: number,
): Promise<number> {
  const startedAt = performance.now();
  const fresh = oracle.issue();
  for (;;) {
    if (performance.now() - startedAt > secondsMax * 1_000)
      throw new Error(`a fresh post is not found within ${secondsMax} s`);
    if (!oracle.obligations.has(fresh.id)) {
      const accepted = await sendPosts(fleet, region, [fresh]).catch(() => new Set<string>());
      if (accepted.has(fresh.id)) oracle.accept(fresh.id);
    } else {
      const found = await fleet
        .get<{ text: string }>(`/api/archive/posts/${source}:${fresh.id}?region=${region}`)
        .catch(() => null);
      if (found?.text.endsWith(payloadOf(fresh.id))) return (performance.now() - startedAt) / 1_000;
    }
    await pause(50);
  }
}

const idOf = (postId: string): string => postId.slice(source.length + 1);

/** An answer that was cut may end in half a line. */
function parsed(line: string): IngestOutcome | null {
  try {
    return line === '' ? null : (JSON.parse(line) as IngestOutcome);
  } catch {
    return null;
  }
}
