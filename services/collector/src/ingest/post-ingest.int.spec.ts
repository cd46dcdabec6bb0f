import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type IngestOutcome, postsCollected } from '@kentongan/contracts';
import { collectedPosts, outboxEvents } from '../testing/collected-events.js';
import { createTestIngest, type TestIngest } from '../testing/test-ingest.js';

let now = Date.parse('2025-06-01T00:00:00Z');
let test: TestIngest;
beforeAll(async () => {
  test = await createTestIngest(() => now);
});
afterAll(() => test.close());
beforeEach(() => test.clear());

const post = (id: string, text = 'banjir', more: object = {}) => ({
  platform: 'x',
  id,
  ts: '2025-05-31T10:00:00Z',
  text,
  ...more,
});
const told = (outcomes: readonly IngestOutcome[]) =>
  outcomes.map((each) => (each.outcome === 'rejected' ? each.reason : `${each.outcome} ${each.revision}`));

describe('identity and revision', () => {
  it('publish a new post once, however often it comes', async () => {
    expect(told(await test.store([post('1')]))).toEqual(['accepted 1']);
    expect(told(await test.store([post('1'), post('1')]))).toEqual(['unchanged 1', 'unchanged 1']);
    expect(await collectedPosts(test.database.pool)).toEqual(['x:1@1 banjir']);
  });

  it('raise the revision when text or deletion changes, and only then', async () => {
    await test.store([post('1')]);
    expect(told(await test.store([post('1', 'banjir surut')]))).toEqual(['updated 2']);
    expect(told(await test.store([post('1', 'banjir surut', { ts: '2025-05-31T12:00:00Z' })]))).toEqual([
      'unchanged 2',
    ]);
    expect(told(await test.store([post('1', '', { deleted: true })]))).toEqual(['updated 3']);
    expect(told(await test.store([post('1', 'lain', { deleted: true })]))).toEqual(['unchanged 3']);
    const events = await outboxEvents(test.database.pool, postsCollected);
    expect(events.map(({ data }) => data.firstCreatedAt)).toEqual(Array(3).fill('2025-05-31T10:00:00.000Z'));
    expect(events.at(-1)?.data).toMatchObject({ deleted: true, text: '' });
  });

  it('tell a change of reach or a new finder as a measurement', async () => {
    await test.store([post('1', 'banjir', { likes: 1 })]);
    expect(told(await test.store([post('1', 'banjir', { likes: 5, views: 90 })]))).toEqual(['updated 1']);
    expect(told(await test.store([post('1', 'banjir')]))).toEqual(['unchanged 1']);
    expect(told(await test.store([post('1', 'banjir')], { sourceId: 'lain' }))).toEqual(['updated 1']);
    expect(
      (await outboxEvents(test.database.pool, postsCollected)).slice(1).map(({ type, data }) => [type, data]),
    ).toEqual([
      ['post.measured', expect.objectContaining({ likes: 5, views: 90, foundBy: ['api'] })],
      ['post.measured', expect.objectContaining({ likes: 5, views: 90, foundBy: ['api', 'lain'] })],
    ]);
  });

  it('take repeated ids of one batch in order', async () => {
    const outcomes = await test.store([
      post('1', 'a'),
      post('2', 'x'),
      post('1', 'b'),
      post('1', 'b'),
      post('1', 'a'),
    ]);
    expect(told(outcomes)).toEqual(['accepted 1', 'accepted 1', 'updated 2', 'unchanged 2', 'updated 3']);
    expect(await collectedPosts(test.database.pool)).toEqual(['x:1@1 a', 'x:2@1 x', 'x:1@2 b', 'x:1@3 a']);
  });

  it('keep regions apart', async () => {
    await test.store([post('1')]);
    expect(told(await test.store([post('1')], { regionId: 'tegal' }))).toEqual(['accepted 1']);
  });

  it('let a feed edit only what it found first', async () => {
    const feed = { isEditedByFirstFinderOnly: true };
    await test.store([post('1', 'judul. isi panjang')], { ...feed, sourceId: 'warta' });
    await test.store([post('1', 'judul')], { ...feed, sourceId: 'agregator' });
    await test.store([post('1', 'judul. isi panjang')], { ...feed, sourceId: 'warta' });
    expect(await collectedPosts(test.database.pool)).toEqual(['x:1@1 judul. isi panjang', 'x:1 measured']);
  });

  it('do not change when the author key does', async () => {
    await test.store([post('1', 'cek @budi_s', { author: 'rina' })]);
    const before = test.keyring.current('default');
    now += 200 * 86_400_000;
    expect(test.keyring.current('default')).not.toEqual(before);
    expect(told(await test.store([post('1', 'cek @budi_s', { author: 'rina' })]))).toEqual(['unchanged 1']);
  });
});

describe('requests at the same time', () => {
  it('never issue a revision twice', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => `versi ${index % 4}`);
    const batches = texts.map((text, index) => {
      const posts = Array.from({ length: 40 }, (_, id) => post(String(id), text));
      return index % 2 === 0 ? posts : posts.reverse(); // opposite orders: a deadlock, were rows locked as they come
    });
    const outcomes = (await Promise.all(batches.map((batch) => test.store(batch)))).flat();
    expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(40);
    const events = await collectedPosts(test.database.pool);
    const issued = events.map((event) => event.split(' ')[0]);
    expect(new Set(issued).size).toBe(issued.length);
    expect(events.length).toBeGreaterThan(40); // the race did happen: some revisions beyond the first were issued
    const { rows } = await test.database.pool.query<{ last: number; events: string }>(
      'SELECT sum(revision)::int AS last FROM collector.seen',
    );
    expect(rows[0]?.last).toBe(events.length);
  });

  it('publish the revisions of a post in their order', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => test.store([post('1', `versi ${index}`)])));
    const revisions = (await collectedPosts(test.database.pool)).map((event) =>
      Number(/@(\d+)/.exec(event)?.[1]),
    );
    expect(revisions).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});

it('leaves neither seen rows nor events behind when the transaction fails', async () => {
  await test.database.pool.query('ALTER TABLE collector.outbox RENAME TO away');
  try {
    await expect(test.store([post('1')])).rejects.toThrow(/outbox/);
  } finally {
    await test.database.pool.query('ALTER TABLE collector.away RENAME TO outbox');
  }
  expect((await test.database.pool.query('SELECT 1 FROM collector.seen')).rowCount).toBe(0);
  expect(told(await test.store([post('1')]))).toEqual(['accepted 1']);
});
