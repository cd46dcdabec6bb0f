import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runVerb } from '../support/commands.js';
import { Desk, freePort, type ReplaySummary, runReplay } from '../support/desk.js';
import { judgedSignals, type StoredSignal, storedSignals, untilQuiet } from '../support/desk-state.js';
import { inOrder, poisonedWater, quietHistory, rumour, writePosts } from '../support/invented-history.js';
import type { InventedPost } from '../support/invented-posts.js';
import { openTemporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';

const region = 'history';
const platform = 'file:kabar.ndjson';
/** Names that are planted as authors, in texts and in addresses, and must come out nowhere. */
const canaries = ['kenari_rahasia_77', 'burungkenari.bernyanyi', 'kenari_tetangga_9'];
const claim =
  'Pemerintah kota membagikan voucher belanja dua juta rupiah lewat tautan pendaftaran, cukup isi nomor rekening dan kata sandi';
const facts = [
  { id: '7', title: 'Voucher belanja dua juta rupiah dari pemerintah kota', hoaxText: claim },
  {
    id: '8',
    title: 'Vaksin ternak membuat telur ayam beracun',
    hoaxText: 'Telur ayam kampung beracun setelah ayamnya divaksin',
  },
];

const quiet = quietHistory({ seed: 3, startsAt: '2024-03-01T00:00:00Z', days: 18, postsPerDay: 120 });
const burst = rumour({
  name: 'air',
  startsAt: '2024-03-16T12:10:00Z',
  minutes: 60,
  count: 40,
  ...poisonedWater,
}).map((post) => ({ ...post, text: `${post.text} kata @${canaries[2]}` }));
const hoax: InventedPost[] = canaries.map((author, index) => ({
  id: `voucher-${index}`,
  ts: `2024-03-12T03:${index}5:00Z`,
  text: `${claim} https://x.com/${author}/status/${index}1`,
  author,
  likes: 1,
}));
const posts = inOrder([...quiet, ...burst, ...hoax]);

const folder = openTemporaryFolder();
const file = join(folder.path, 'kabar.ndjson');
let desk: Desk;
let replayed: ReplaySummary;
let signals: StoredSignal[];

beforeAll(async () => {
  writePosts(file, posts);
  desk = await Desk.start({ dataDirectory: join(folder.path, 'data'), port: await freePort() });
  await importFacts();
  replayed = await runReplay(desk.options, [file]);
  await until(
    () => archivedCount(),
    (count) => count === posts.length,
    60,
  );
  await until(
    () => storedSignals(desk, region),
    (all) => all.length > 1,
    60,
  );
  signals = await judgedSignals(desk, region);
}, 120_000);

afterAll(async () => {
  await desk?.stop();
  folder.remove();
});

describe('the road of a post, from a file to an alarm', () => {
  it('archives exactly what was accepted', async () => {
    expect(replayed).toMatchObject({ read: posts.length, accepted: posts.length, rejected: {} });
    expect(await archivedCount()).toBe(posts.length);
  });

  it('raises exactly one alarm for the burst, with the numbers that prove it', () => {
    const statements = signals.filter(({ signal }) =>
      signal.tippingPost.postId.startsWith(`${platform}:air-`),
    );
    expect(new Set(statements.map(({ signal }) => signal.signalId)).size).toBe(1);
    expect(statements.map(({ signal }) => signal.version)).toEqual(statements.map((_, index) => index + 1));
    const [{ signal }] = statements as [StoredSignal];
    expect(signal.mode).toBe('historical');
    expect([signal.key, ...signal.alsoKeys].map(({ value }) => value.split('|')[0])).toContain('water');
    expect(signal.count).toBeGreaterThanOrEqual(12);
    expect(signal.count).toBeLessThanOrEqual(burst.length);
    expect(signal.norm).toBeLessThan(signal.count / 4);
    expect(signal.surprise).toBeGreaterThan(3);
    expect(signal.distinctAuthors).toBeGreaterThanOrEqual(5);
    expect(signal.firstPost.createdAt <= signal.tippingPost.createdAt).toBe(true);
    expect(signal.timeToAlertEventSeconds).toBeGreaterThan(0);
    expect(signal.timeToAlertEventSeconds).toBeLessThan(3_600);
    expect(signal.timeToAlertWallSeconds).toBeGreaterThan(0);
  });

  it('ties the copied hoax to the imported fact, and raises it', () => {
    const aboutFact = signals.filter(({ signal }) => signal.key.kind === 'hoaxMatch');
    expect(new Set(aboutFact.map(({ signal }) => signal.key.value))).toEqual(new Set(['turnbackhoax:7']));
    const [{ signal }] = aboutFact as [StoredSignal];
    expect(signal.level).toBe('high');
    expect(signal.tippingPost.postId).toBe(`${platform}:voucher-1`);
  });

  it('stays silent about the quiet weeks', () => {
    const ids = new Set(signals.map(({ signal }) => signal.signalId));
    expect(ids.size).toBe(2);
  });

  it('changes nothing when the file is replayed again', async () => {
    const again = await runReplay(desk.options, [file]);
    expect(again).toMatchObject({ accepted: 0, updated: 0, unchanged: posts.length, rejected: {} });
    expect(await untilQuiet(archivedCount, 1, 30)).toBe(posts.length);
    expect(await storedSignals(desk, region)).toEqual(signals);
  });

  it('prints the alarm in the terminal', async () => {
    const tail = await runVerb(desk, ['tail', '--once', '--region', region]);
    expect(tail.code).toBe(0);
    expect(tail.output).toContain('Peringatan');
    expect(tail.output).toMatch(/Air bersih/);
    expect(tail.output).toMatch(/biasanya [\d,]+ \(peluang 1 : 10\^\d+\)/);
    expect(tail.output).toMatch(/unggahan pemicu: .*air-\d+/);
    expect(tail.output).toMatch(/waktu ke peringatan: .* sejak unggahan pertama, .* sejak pemicu diterima/);
  });
});

describe('what became of a single post', () => {
  const postId = `${platform}:air-0`;

  it('is found by a phrase', async () => {
    const [some] = await search('"voucher belanja dua juta"');
    expect(some?.postId).toMatch(/voucher-/);
    expect(await search('"belanja voucher dua juta"')).toEqual([]);
  });

  it('is found in its new words alone after an edit, as revision 2', async () => {
    const [{ outcome, revision }] = await send({ ...original(), text: 'ralat: kabar tirta ungu itu keliru' });
    expect({ outcome, revision }).toEqual({ outcome: 'updated', revision: 2 });
    const found = await until(
      () => search('"kabar tirta ungu"'),
      (hits) => hits.length > 0,
      20,
    );
    expect(found).toMatchObject([{ postId, revision: 2 }]);
    const water = await search('pdam OR ledeng', 200);
    expect(water.length).toBeGreaterThan(0);
    expect(water.map((hit) => hit.postId)).not.toContain(postId);
    expect(await archivedCount()).toBe(posts.length);
  });

  it('is gone after its author took it back', async () => {
    await send({ ...original(), deleted: true });
    const left = await until(
      () => search('"kabar tirta ungu"'),
      (hits) => hits.length === 0,
      20,
    );
    expect(left).toEqual([]);
    expect(await archivedCount()).toBe(posts.length - 1);
  });

  it('names no private person, wherever it comes out', async () => {
    const csv = await text(`/api/archive/export?region=${region}&format=csv`);
    const ndjson = await text(`/api/archive/export?region=${region}&format=ndjson`);
    const alarms = JSON.stringify(await storedSignals(desk, region));
    expect(csv).toContain('voucher belanja');
    expect(alarms).toContain('voucher belanja');
    for (const place of [csv, ndjson, alarms, desk.log])
      for (const canary of [...canaries, 'air_penulis_', 'authorKey']) expect(place).not.toContain(canary);
    expect(readFileSync(file, 'utf8')).toContain(canaries[0]);
  });

  const original = () => ({ ...burst.find(({ id }) => id === 'air-0'), platform });
});

async function importFacts(): Promise<void> {
  const factFile = join(folder.path, 'facts.ndjson');
  writePosts(factFile, facts);
  const told = await runVerb(desk, ['facts', 'import', factFile, '--source', 'turnbackhoax']);
  expect(JSON.parse(told.output)).toMatchObject({ recorded: facts.length, refused: 0 });
  await until(
    async () => {
      await sendTo('default', { id: `uji-${performance.now()}`, ts: new Date().toISOString(), text: claim });
      return (await desk.get<{ count: number }>(`/api/archive/count?region=default&hoaxLevel=same`)).count;
    },
    (count) => count > 0,
    20,
  );
}

interface Hit {
  readonly postId: string;
  readonly revision: number;
}

async function search(query: string, limit = 20): Promise<Hit[]> {
  const { hits } = await desk.get<{ hits: { post: Hit }[] }>(
    `/api/archive/search?region=${region}&limit=${limit}&q=${encodeURIComponent(query)}`,
  );
  return hits.map(({ post }) => post);
}

async function archivedCount(): Promise<number> {
  return (await desk.get<{ count: number }>(`/api/archive/count?region=${region}`)).count;
}

interface Outcome {
  readonly outcome: string;
  readonly revision: number;
}

const send = (post: object) => sendTo(region, post);

async function sendTo(regionId: string, post: object): Promise<[Outcome]> {
  const answer = await desk.post(`/api/posts?region=${regionId}`, `${JSON.stringify(post)}\n`);
  expect(answer.status).toBe(200);
  return [JSON.parse((await answer.text()).split('\n')[0] ?? '') as Outcome];
}

async function text(path: string): Promise<string> {
  const answer = await fetch(desk.url + path, { headers: { authorization: `Bearer ${desk.token}` } });
  expect(answer.status).toBe(200);
  return answer.text();
}
