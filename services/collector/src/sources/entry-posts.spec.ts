import { describe, expect, it } from '@jest/globals';
import { entryPost } from './entry-posts.js';
import type { FeedEntry } from './parse-feed.js';

const now = Date.parse('2025-06-01T00:00:00Z');
const entry: FeedEntry = {
  id: 'guid-1',
  link: 'https://www.warta.example/a?utm_source=rss',
  title: 'Pasar terbakar',
  summary: 'Api padam pukul lima.',
  published: 'Sat, 31 May 2025 23:00:00 +0700',
};
const post = (changes: Partial<FeedEntry> = {}) =>
  entryPost({ ...entry, ...changes }, { name: 'Warta' }, now);

describe('an entry as a post', () => {
  it('has its address as identity, its paper as author, title and excerpt as text', () => {
    expect(post()).toEqual({
      id: 'warta.example/a',
      ts: '2025-05-31T16:00:00.000Z',
      text: 'Pasar terbakar\nApi padam pukul lima.',
      platform: 'rss',
      author: 'Warta',
      authorKind: 'press',
      url: 'https://warta.example/a',
    });
  });

  it.each(['', 'kemarin', 'Mon, 01 Jan 2035 00:00:00 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
    'published "%s" is dated now',
    (published) => expect(post({ published })?.ts).toBe('2025-06-01T00:00:00.000Z'),
  );

  it('falls back to the id, shortens a long address, and gives up without either or without text', () => {
    expect(post({ link: '' })).toMatchObject({ id: 'guid-1' });
    expect(post({ link: '' })?.url).toBeUndefined();
    expect(post({ link: `https://warta.example/${'a'.repeat(500)}` })?.id).toMatch(/^[0-9a-f]{40}$/);
    expect(post({ link: '', id: ' ' })).toBeNull();
    expect(post({ title: '', summary: '' })).toBeNull();
  });
});
