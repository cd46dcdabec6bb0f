import type { Desk } from '../support/desk.js';
import { DeskSession } from '../support/desk-session.js';
import { storedSignals } from '../support/desk-state.js';
import { until } from '../support/until.js';

/**
 * What every golden backup holds: the same invented desk, made by the version in the file's name. Its posts lie in a
 * historical region, which nothing is ever pruned from: a golden backup stays whole however old it gets.
 */
export const goldenRegion = 'kota-lama';
export const goldenPosts = 60;
export const goldenFacts = 3;
export const goldenWatchWord = 'tanggul jebol';
const eventMinute = Date.parse('2026-11-02T02:00:00Z');

/** The n-th post: everyday talk, and from the 40th on a rumour that a watch rule hears. */
function goldenPost(number: number): object {
  const isRumour = number >= 40;
  return {
    id: `emas-${number}`,
    platform: 'contoh',
    ts: new Date(eventMinute + number * 60_000).toISOString(),
    text: isRumour
      ? `katanya ${goldenWatchWord} di dekat jembatan, sudah ada yang lihat? (${number})`
      : `pagi nomor ${number}: pasar ramai, lampu taman sudah menyala lagi`,
    author: `warga${number % 6}`,
    likes: number,
  };
}

/** Makes the golden desk on an empty one; for a new golden backup when a version is released. */
export async function fillGolden(desk: Desk): Promise<void> {
  const admin = await DeskSession.setUp(desk, 'sri');
  await admin.ask('PUT', `/api/regions/${goldenRegion}`, {
    regionId: goldenRegion,
    name: 'Kota Lama',
    mode: 'historical',
    placeRoots: ['33.74'],
    agencies: [{ agencyId: 'dpu', name: 'Dinas Pekerjaan Umum', subjects: ['flooding'] }],
    watchRules: [{ id: 'tanggul', phrases: [goldenWatchWord], count: 3, windowMinutes: 60 }],
  });
  await admin.colleague('budi', 'officer', [goldenRegion]);
  const count = () => desk.get<{ count: number }>(`/api/archive/count?region=${goldenRegion}`);
  await until(() => count().catch(() => null), Boolean, 20);
  await send(desk, 0, goldenPosts);
  await until(count, (found) => found.count === goldenPosts, 20);
  for (let number = 1; number <= goldenFacts; number += 1)
    await admin.ask('POST', '/api/facts', {
      region: goldenRegion,
      title: `Periksa fakta ${number}: tanggul di kota lama tidak jebol`,
    });
  await admin.ask('POST', '/api/issues', {
    region: goldenRegion,
    title: 'Kabar tanggul jebol',
    text: 'Beredar kabar tanggul jebol di dekat jembatan',
  });
  await until(
    () => storedSignals(desk, goldenRegion),
    (signals) => signals.length > 0,
    60,
  );
}

/** What became of these posts, by outcome. */
export async function send(desk: Desk, from: number, to: number): Promise<string[]> {
  const posts = Array.from({ length: to - from }, (_, index) => goldenPost(from + index));
  const body = posts.map((post) => `${JSON.stringify(post)}\n`).join('');
  const answer = await desk.post(`/api/posts?region=${goldenRegion}`, body);
  const lines = (await answer.text()).trim().split('\n').slice(0, -1);
  return lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome);
}
