import { describe, expect, it } from '@jest/globals';
import { CollectedPost, type IngestPost } from '@kentongan/contracts';
import { Pseudonyms } from '../privacy/pseudonyms.js';
import { cleanName, cleanText } from './clean-text.js';
import { type Preparation, preparePost } from './prepare-post.js';

const preparation = (key = 1): Preparation => ({
  pseudonyms: new Pseudonyms(Buffer.alloc(32, key), new Set(['dinascontoh'])),
  fingerprint: (text) => Buffer.from(text).toString('hex').padEnd(32, '0').slice(-32),
  sourceId: 'api',
});
const post: IngestPost = { id: '7', ts: '2025-05-31T23:00:00+07:00', text: 'air mati sejak pagi' };
const prepare = (changes: Partial<IngestPost> = {}, key = 1) => {
  const prepared = preparePost({ ...post, ...changes }, preparation(key));
  if (!prepared) throw new Error('nothing was prepared');
  return prepared;
};

describe('cleaning', () => {
  it.each([
    ['a\u202Etxet\u202C', 'atxet'],
    ['ba\u200Bn\uFEFFjir', 'banjir'],
    ['ba\u200Dnjir', 'banjir'],
    ['@bu\u200Cdi', '@budi'],
    ['👩\u200D🌾 tani', '👩\u200D🌾 tani'],
    ['merah\u001B[31m', 'merah[31m'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['\uD83D rusak', '\uFFFD rusak'],
    ['tag\u{E0041}', 'tag'],
    ['biasa saja, é ñ 漢 ع', 'biasa saja, é ñ 漢 ع'],
  ])('%j → %j', (text, cleaned) => expect(cleanText(text)).toBe(cleaned));

  it('makes one spelling of a name', () => expect(cleanName('  bu\u200Bdi \n s\u0301 ')).toBe('budi ś'));
});

describe('identity', () => {
  it.each([
    [{ platform: 'x', id: '7' }, 'x:7'],
    [{ platform: 'X', id: 'x:7' }, 'x:7'],
    [{ id: '7' }, 'api:7'],
    [{ platform: 'file:hari-a.ndjson', id: '\u200B7\u202E' }, 'file:hari-a.ndjson:7'],
  ])('of %j is %s', (changes, postId) => expect(prepare(changes).postId).toBe(postId));

  it('of an id that names a person is a hash, the same under every key', () => {
    const prepared = prepare({ id: '@budi_s/1' }, 1);
    expect(prepared.postId).toMatch(/^api:h-[0-9a-f]{32}$/);
    expect(prepare({ id: '@budi_s/1' }, 2).postId).toBe(prepared.postId);
  });

  it('needs something visible', () =>
    expect(preparePost({ ...post, id: '\u200B\u202E' }, preparation())).toBeNull());
});

describe('content', () => {
  it('is the same when only reach, time, metadata or the key changed', () => {
    const first = prepare({ text: 'halo @budi_s' });
    expect(
      prepare({ text: 'halo @budi_s', likes: 5, ts: '2025-06-01T00:00:00Z', location: 'Tegal' }, 2)
        .contentHash,
    ).toBe(first.contentHash);
    expect(prepare({ text: 'halo @budi_t' }).contentHash).not.toBe(first.contentHash);
  });

  it('of a deletion is gone', () => {
    const deleted = prepare({ deleted: true });
    expect(deleted.content).toMatchObject({ text: '', deleted: true });
    expect(deleted.contentHash).not.toBe(prepare().contentHash);
  });

  it('satisfies the contract whatever the fields hold', () => {
    const filled = prepare({
      text: '@a '.repeat(6_666),
      author: 'x'.repeat(200),
      url: `https://x.com/budi/${'a'.repeat(1_900)}`,
      replyTo: '@budi'.repeat(40),
      location: '@b '.repeat(100),
      language: 'in',
      platform: 'p'.repeat(80),
      id: 'i'.repeat(200),
    });
    const rest = {
      revision: 1,
      mode: 'live',
      firstCreatedAt: filled.createdAt,
      fetchedAt: filled.createdAt,
      foundBy: ['api'],
    };
    expect(CollectedPost.safeParse({ ...filled.content, ...rest }).error).toBeUndefined();
  });
});

describe('authors', () => {
  it('are keyed hashes; the name stays for offices and media alone', () => {
    expect(prepare({ author: 'Budi_S' }).content).toMatchObject({
      authorKey: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(prepare({ author: 'Budi_S' }).content.authorName).toBeUndefined();
    expect(prepare({ author: 'Budi_S' }).content.authorKey).toBe(
      prepare({ author: '@budi_s' }).content.authorKey,
    );
    expect(prepare({ author: 'Warta', authorKind: 'press' }).content.authorName).toBe('Warta');
    expect(prepare({ author: '@DinasContoh' }).content.authorName).toBe('@DinasContoh');
    expect(prepare({}).content.authorKey).toBeUndefined();
  });

  it('who sign their text with their account name do not stay in it', () => {
    expect(prepare({ author: 'budi_s77', text: 'salam, budi_s77' }).content.text).toMatch(/^salam, warga-/);
    expect(prepare({ author: 'semarang', text: 'banjir semarang' }).content.text).toBe('banjir semarang');
  });
});
