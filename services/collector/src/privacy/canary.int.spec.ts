import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDesk, type TestDesk } from '../testing/test-desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await createTestDesk({ publicHandles: ['@PemkotContoh'] });
});
afterAll(() => desk.close());

/** Every way a person's account gets into a post; `#` stands for the canary. */
const plants: readonly Readonly<Record<string, unknown>>[] = [
  { author: '#' },
  { author: '@#' },
  { author: '#', text: 'salam dari # untuk semua' },
  { text: 'RT @#: banjir' },
  { text: 'cek@#!' },
  { text: 'https://x.com/#/status/1 https://www.instagram.com/# t.me/#' },
  { text: 'tiktok.com/@#/video/9 dan https://facebook.com/#/posts/1' },
  { text: 'kirim ke #@surat.example' },
  { text: '@bu\u200bdi @#\u202e' },
  { text: '@\u2060#' },
  { url: 'https://twitter.com/#/status/7' },
  { url: 'https://www.youtube.com/@#' },
  { replyTo: '@#/1' },
  { replyTo: 'https://x.com/#/status/1' },
  { location: 'rumah @#' },
  { id: '@#-1' },
  { id: 'twitter.com/#/status/5' },
  { id: '#-2025', author: '#' },
  { language: '@#' },
  { author: '#', authorKind: 'bot' },
  { author: '#', likes: 'banyak' },
  { author: '#', ts: '1990-01-01T00:00:00Z' },
  { author: '#', deleted: true },
  { unknown: '#' },
];
const canaries = 1_000;

it('finds no planted name in any table, event or answer', async () => {
  const lines: string[] = [];
  for (let index = 0; index < canaries; index += 1) {
    const canary = `kenari_${index}z`;
    const plant = plants[index % plants.length] ?? {};
    const post = { id: `p${index}`, ts: '2025-05-31T10:00:00Z', text: 'banjir', platform: 'x', ...plant };
    const text = JSON.stringify(post).replaceAll('#', canary);
    lines.push(index % 10 === 9 ? text.slice(0, -1) : text); // every tenth is broken and refused
  }
  const answer = await desk.post(lines.join('\n'));
  expect(answer.lines.at(-1)?.['read']).toBe(canaries);
  await desk.post(JSON.stringify({ id: 'kontrol', ts: '2025-05-31T10:00:00Z', text: 'cc @PemkotContoh' }));
  const stored = await everything();
  expect(stored).toContain('@PemkotContoh'); // the scan does see what is stored
  expect(stored.match(/kenari_/g)).toBeNull();
  expect(answer.text).not.toContain('kenari_');
  expect(readFileSync(join(desk.dataDirectory, 'collector-keys.json'), 'utf8')).not.toContain('kenari_');
});

async function everything(): Promise<string> {
  const isDrained = async () =>
    (await desk.database.pool.query('SELECT 1 FROM collector.outbox')).rowCount === 0;
  for (let wait = 0; wait < 250 && !(await isDrained()); wait += 1)
    await new Promise((done) => setTimeout(done, 20));
  expect(await isDrained()).toBe(true);
  const { rows: tables } = await desk.database.pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThanOrEqual(5);
  const parts = desk.published.map(
    ({ record }) => `${record.key} ${Buffer.from(record.value ?? []).toString()}`,
  );
  for (const { name } of tables) {
    const { rows } = await desk.database.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    parts.push(...rows.map(({ row }) => row));
  }
  return parts.join('\n');
}
