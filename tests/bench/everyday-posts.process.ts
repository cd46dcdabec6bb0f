import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectedPost } from '@kentongan/contracts';
import {
  cityPlaces,
  demoRegion,
  demoSourceId,
  SimulatedCity,
  simulateHistory,
} from '@kentongan/kentongan/demo';

const dayEndsAt = Date.parse('2026-11-22T14:00:00Z');

function everydayPosts(days: number): CollectedPost[] {
  return simulateHistory(new SimulatedCity(cityPlaces()), dayEndsAt, days).map(({ post }) => ({
    postId: String(post.id),
    regionId: demoRegion.regionId,
    revision: 1,
    mode: 'live',
    platform: post.platform ?? demoSourceId,
    text: post.text,
    createdAt: post.ts,
    firstCreatedAt: post.ts,
    fetchedAt: post.ts,
    foundBy: [demoSourceId],
    deleted: false,
    ...(post.authorKind && { authorKind: post.authorKind }),
    ...(post.location && { location: post.location }),
  }));
}

/** `FOLDER DAYS PARTS`: the posts of so many simulated days as files `0`, `1`, …, one JSON object a line. */
const [folder = '', days = '', parts = ''] = process.argv.slice(2);
const posts = everydayPosts(Number(days));
const size = Math.floor(posts.length / Number(parts));
for (let part = 0; part < Number(parts); part += 1) {
  const lines = posts.slice(part * size, (part + 1) * size).map((post) => JSON.stringify(post));
  writeFileSync(join(folder, String(part)), lines.join('\n'));
}
