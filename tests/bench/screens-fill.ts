import { gzipSync } from 'node:zlib';
import type { SystemView } from '@kentongan/contracts';
import type { Desk } from '../support/desk.js';
import type { DeskSession } from '../support/desk-session.js';
import { everydayPosts, type InventedPost } from '../support/invented-posts.js';
import { until } from '../support/until.js';

export const screensRegion = 'kota-ukur';
/** About every third post holds this one … */
export const commonWord = 'warga';
/** … and so many this one, whatever the size of the archive. */
export const rareWord = 'sirenejarang';
const rarePosts = 30;

const textBytes = 250;
const authors = 20_000;
const filledDays = 30;
const batchPosts = 5_000;
const settleSecondsMax = 1_800;
const dayMilliseconds = 86_400_000;

/** Fills a live region with the posts of 30 days up to now and waits until all that come after have done their part. */
export async function fillArchive(desk: Desk, stored: number): Promise<void> {
  const startedAt = Date.now() - filledDays * dayMilliseconds;
  const stepMilliseconds = (filledDays * dayMilliseconds) / Math.max(1, stored);
  const posts = everydayPosts({
    seed: 300,
    count: stored,
    textBytes,
    authors,
    timeOf: (index) => startedAt + index * stepMilliseconds,
  });
  const rareEvery = Math.max(1, Math.floor(stored / rarePosts));
  let batch: InventedPost[] = [];
  let sent = 0;
  for (const post of posts) {
    const isRare = (sent + batch.length) % rareEvery === 0;
    batch.push(isRare ? { ...post, text: `${post.text} ${rareWord}` } : post);
    if (batch.length < batchPosts && sent + batch.length < stored) continue;
    await send(desk, batch);
    sent += batch.length;
    batch = [];
    console.error(`stored ${sent} of ${stored}`);
  }
  console.error('waiting until the archive holds all and nothing waits in a stream…');
  await untilNothingWaits(desk); // first, because counting the whole archive again and again would slow it down
  await until(
    () => archivedCount(desk),
    (count) => count >= stored,
    settleSecondsMax,
  );
  await untilNothingWaits(desk);
}

async function send(desk: Desk, posts: readonly InventedPost[]): Promise<void> {
  const lines = posts.map((post) => `${JSON.stringify(post)}\n`).join('');
  const answer = await fetch(`${desk.url}/api/posts?region=${screensRegion}&source=ukur`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${desk.token}`,
      'content-type': 'application/x-ndjson',
      'content-encoding': 'gzip',
    },
    body: new Uint8Array(gzipSync(lines)),
  });
  const text = await answer.text();
  const summary = text.trimEnd().split('\n').at(-1) ?? '{}';
  if (!answer.ok || (JSON.parse(summary) as { accepted?: number }).accepted !== posts.length)
    throw new Error(`posts were refused (${answer.status}): ${summary.slice(0, 500)}`);
}

async function archivedCount(desk: Desk): Promise<number> {
  const { buckets } = await desk.get<{ buckets: { count: number }[] }>(
    `/api/archive/histogram?region=${screensRegion}&unit=month`,
  );
  return buckets.reduce((sum, bucket) => sum + bucket.count, 0);
}

/** Every group of every stream has read to the end. */
export async function untilNothingWaits(desk: Desk): Promise<void> {
  const waiting = async () => {
    const { streams } = await desk.get<SystemView>('/api/system/state');
    return streams.flatMap(({ name, groups }) =>
      groups.filter(({ lag }) => lag > 0).map(({ group, lag }) => `${name} → ${group}: ${lag}`),
    );
  };
  await until(waiting, (groups) => groups.length === 0, settleSecondsMax);
}

/** Issues opened by a person, every second one triaged, so that no list and no figure is empty; returns one of them. */
export async function openIssues(officer: DeskSession, count: number): Promise<string> {
  let last = '';
  for (let number = 1; number <= count; number += 1) {
    const { card } = await officer.ask<{ card: { issueId: string; version: number } }>(
      'POST',
      '/api/issues',
      issueBody(number),
    );
    last = card.issueId;
    if (number % 2 === 0)
      await officer.ask('POST', `/api/issues/${last}/moves`, {
        move: 'triage',
        version: card.version,
        route: 'watch',
        reason: 'Percobaan ukur',
      });
    if (number % 50 === 0) console.error(`opened ${number} of ${count} issues`);
  }
  return last;
}

const issueSubjects = ['flooding', 'roadDamage', 'waste', 'blackout', 'cleanWater'];

function issueBody(number: number) {
  return {
    region: screensRegion,
    title: `Kabar percobaan nomor ${number} tentang layanan warga`,
    text: `Kabar berantai nomor ${number}: kantor layanan ${number} disebut tutup selama ${number} hari.`,
    subjects: [issueSubjects[number % issueSubjects.length]],
    places: ['33.74'],
  };
}
