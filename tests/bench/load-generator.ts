// The load's own process, started by the pipeline bench: an open loop keeps to its timetable whatever the desk does.
import { Agent, request } from 'node:http';
import { everydayText } from '../support/invented-posts.js';
import { seededRandom } from '../support/random.js';

/** What the bench hands over as JSON in the first argument. */
export interface LoadPlan {
  readonly port: number;
  readonly token: string;
  readonly region: string;
  readonly postsPerSecond: number;
  readonly seconds: number;
  readonly textBytes: number;
  readonly seed: number;
  /** Every n-th post carries a word of its own, which the bench then searches for. */
  readonly markEvery: number;
}

/** What it tells the bench, one JSON line each on standard output. */
export type LoadReport =
  | { readonly kind: 'accepted'; readonly marker: string; readonly atMilliseconds: number }
  | {
      readonly kind: 'end';
      readonly sent: number;
      readonly accepted: number;
      readonly refused: number;
      readonly failed: number;
      readonly acceptP95Milliseconds: number;
      readonly lateMilliseconds: number;
    };

const tickMilliseconds = 50;
const requestsOpenMax = 200;

const plan = JSON.parse(process.argv[2] ?? '{}') as LoadPlan;
const random = seededRandom(plan.seed);
// An idle connection is given up before the server does (5 s): a request sent while it closes would be lost.
const agent = new Agent({ keepAlive: true, maxSockets: 6, timeout: 4_000 });
const acceptMilliseconds: number[] = [];
let sent = 0;
let accepted = 0;
let refused = 0;
let failed = 0;
let open = 0;

function report(line: LoadReport): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function nextPost(): { line: string; marker: string | null } {
  const marker = sent % plan.markEvery === 0 ? `penanda${plan.seed}x${sent}` : null;
  const text = everydayText(random, plan.textBytes - (marker ? marker.length + 1 : 0));
  const post = {
    id: `${plan.seed}-${sent}`,
    ts: new Date().toISOString(),
    platform: 'beban',
    text: marker ? `${text} ${marker}` : text,
    author: `warga${Math.floor(random() * 20_000)}`,
  };
  sent += 1;
  return { line: `${JSON.stringify(post)}\n`, marker };
}

/** Sends one tick's posts; each line's outcome counts by itself. */
function sendTick(count: number): void {
  const posts = Array.from({ length: count }, nextPost);
  const sentAt = performance.now();
  open += 1;
  const outgoing = request(
    {
      agent,
      host: '127.0.0.1',
      port: plan.port,
      method: 'POST',
      path: `/api/posts?region=${plan.region}&source=beban`,
      headers: { authorization: `Bearer ${plan.token}`, 'content-type': 'application/x-ndjson' },
    },
    (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => {
        body += chunk;
      });
      response.on('end', () => {
        open -= 1;
        if (response.statusCode === 200) settle(body, posts, sentAt);
        else failed += posts.length;
      });
    },
  );
  outgoing.on('error', () => {
    open -= 1;
    failed += posts.length;
  });
  outgoing.end(posts.map((post) => post.line).join(''));
}

function settle(body: string, posts: readonly { marker: string | null }[], sentAt: number): void {
  acceptMilliseconds.push(performance.now() - sentAt);
  for (const text of body.split('\n')) {
    if (!text) continue;
    const line = JSON.parse(text) as { line?: number; outcome?: string };
    if (line.line === undefined) continue;
    if (line.outcome !== 'accepted') {
      refused += 1;
      continue;
    }
    accepted += 1;
    const marker = posts[line.line - 1]?.marker;
    if (marker) report({ kind: 'accepted', marker, atMilliseconds: Date.now() });
  }
}

const startedAt = performance.now();
let worstLate = 0;
const timer = setInterval(() => {
  const elapsed = performance.now() - startedAt;
  const due =
    Math.min(Math.floor((elapsed / 1_000) * plan.postsPerSecond), plan.postsPerSecond * plan.seconds) - sent;
  worstLate = Math.max(worstLate, (due / plan.postsPerSecond) * 1_000 - tickMilliseconds);
  if (due > 0 && open < requestsOpenMax) sendTick(due);
  if (elapsed < plan.seconds * 1_000 || open > 0) return;
  clearInterval(timer);
  agent.destroy();
  const sorted = acceptMilliseconds.sort((a, b) => a - b);
  report({
    kind: 'end',
    sent,
    accepted,
    refused,
    failed,
    acceptP95Milliseconds: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
    lateMilliseconds: Math.round(worstLate),
  });
}, tickMilliseconds);
