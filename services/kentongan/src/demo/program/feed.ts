import { setTimeout as pause } from 'node:timers/promises';
import { DeskClient } from '../../cli/replay/desk-client.js';
import { sendAll } from '../../cli/replay/send-all.js';
import type { SimulatedPost } from '../city/simulated-post.js';
import { demoRegionId, demoSourceId } from './demo-region.js';
import { callDesk } from './desk-calls.js';

const lookMilliseconds = 10;
const stuckMilliseconds = 60_000;

/** How posts are sent: in stretches of event time, so many of them under way at once. */
export interface FeedPace {
  readonly stretchMilliseconds: number;
  readonly stretchesUnderWayMax: number;
}

/**
 * Sends posts through the door that every source uses, never further ahead than the detector has come. A live desk
 * judges posts as they arrive; sent all at once, days would overtake each other on the way.
 */
export class Feed {
  private readonly client: DeskClient;
  private sent = 0;

  constructor(
    private readonly desk: { readonly url: string; readonly token: string },
    private readonly isStopped: () => boolean,
  ) {
    const target = { url: new URL(desk.url), token: desk.token, region: demoRegionId, source: demoSourceId };
    this.client = new DeskClient({ ...target, mode: undefined });
  }

  /** @param onProgress posts of this call that were judged so far */
  async send(
    posts: readonly SimulatedPost[],
    pace: FeedPace,
    onProgress: (judged: number) => void,
  ): Promise<void> {
    const before = this.sent;
    const underWay: number[] = [];
    for (const stretch of stretches(posts, pace.stretchMilliseconds)) {
      if (this.isStopped()) return;
      await this.sendStretch(stretch);
      underWay.push(this.sent);
      if (underWay.length < pace.stretchesUnderWayMax) continue;
      const judged = await this.judgedAtLeast(underWay.shift()!);
      onProgress(Math.max(0, judged - before));
    }
    onProgress((await this.judgedAtLeast(this.sent)) - before);
  }

  close(): void {
    this.client.close();
  }

  private async sendStretch(posts: readonly SimulatedPost[]): Promise<void> {
    const lines = posts.map(({ post }) => Buffer.from(JSON.stringify(post)));
    let refused = 0;
    await sendAll(
      lines,
      (waiting, onOutcome) => this.client.send(waiting, onOutcome),
      (outcome) => {
        if (outcome.outcome !== 'accepted') refused += 1;
      },
      {
        waitMilliseconds: stuckMilliseconds,
        now: () => performance.now(),
        sleep: pause,
        onWaiting: () => {},
      },
    );
    if (refused > 0) throw new Error(`${refused} posts of the simulated city were not taken`);
    this.sent += posts.length;
  }

  private async judgedAtLeast(count: number): Promise<number> {
    const deadline = performance.now() + stuckMilliseconds;
    for (;;) {
      const judged = await this.judged();
      if (judged >= count || this.isStopped()) return judged;
      if (performance.now() > deadline) throw new Error(`only ${judged} of ${count} posts were judged`);
      await pause(lookMilliseconds);
    }
  }

  /** Messages that the detector is through with. */
  private async judged(): Promise<number> {
    const { text } = await callDesk(this.desk.url, 'GET', '/metrics', { token: this.desk.token });
    const outcomes = text.matchAll(/^kentongan_message_outcomes_total\{group="detector",[^}]*\} (\d+)$/gm);
    return [...outcomes].reduce((sum, [, count]) => sum + Number(count), 0);
  }
}

function* stretches(posts: readonly SimulatedPost[], length: number): Generator<readonly SimulatedPost[]> {
  let stretch: SimulatedPost[] = [];
  let number = Number.NaN;
  for (const post of posts) {
    const own = Math.floor(post.atMilliseconds / length);
    if (own !== number && stretch.length > 0) {
      yield stretch;
      stretch = [];
    }
    number = own;
    stretch.push(post);
  }
  if (stretch.length > 0) yield stretch;
}
