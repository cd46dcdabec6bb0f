import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { quietHistory } from '../support/invented-history.js';
import type { InventedPost } from '../support/invented-posts.js';

const weekMilliseconds = 7 * 86_400_000;
/** The first round begins here: years before now are room for hundreds of rounds. */
const firstRoundAt = Date.parse('2006-01-02T00:00:00Z');

type Post = Readonly<Record<string, unknown>> & { readonly id: string | number; readonly ts: string };

/**
 * The posts of a file (or of two invented weeks) over and over as one ever longer history: each round has ids of its
 * own and follows the round before by whole weeks, so that every post is new work and days keep their rhythm.
 */
export function* endlessPosts(file: string | undefined): Generator<string> {
  const posts = (file ? postsOf(file) : inventedPosts()).sort((a, b) => Date.parse(a.ts) - Date.parse(b.ts));
  const times = posts.map(({ ts }) => Date.parse(ts));
  const first = times[0];
  const last = times.at(-1);
  if (first === undefined || last === undefined) throw new Error(`${file} holds no posts`);
  const roundMilliseconds = (Math.floor((last - first) / weekMilliseconds) + 1) * weekMilliseconds;
  const shift = Math.floor((firstRoundAt - first) / weekMilliseconds) * weekMilliseconds + weekMilliseconds;
  for (let round = 0; ; round += 1)
    for (const [index, post] of posts.entries()) {
      const time = (times[index] ?? 0) + shift + round * roundMilliseconds;
      if (time > Date.now()) throw new Error('the rounds have reached the present: use a longer file');
      yield `${JSON.stringify({ ...post, id: `${round}-${post.id}`, ts: new Date(time).toISOString() })}\n`;
    }
}

function postsOf(file: string): Post[] {
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Post);
}

function inventedPosts(): (InventedPost & Record<string, unknown>)[] {
  const posts = quietHistory({ seed: 9, startsAt: '2024-01-01T00:00:00Z', days: 14, postsPerDay: 3_000 });
  return posts.map((post) => ({ ...post }));
}
