import { describe, expect, it } from '@jest/globals';
import type { Signal } from '@kentongan/contracts';
import { composition, counted, signal } from '../testing/samples.js';
import { agencyFor } from './agency-for.js';
import { factOf } from './composition.js';
import { postsSelectionOf } from './posts-selection.js';
import { isSameThing, joinTraces, tokensOf, tracesOfSignal } from './same-thing.js';

const key = (kind: Signal['key']['kind'], value: string): Signal['key'] => ({ kind, value });
let next = 0;
/** Each with posts of its own unless told otherwise. */
const traces = (main: Signal['key'], of: Partial<Signal> = {}) => {
  next += 1;
  const posts = [0, 1, 2, 3].map((index) => ({
    postId: `p:${next}-${index}`,
    createdAt: '2026-11-24T02:00:00.000Z',
    excerpt: 'x',
  }));
  const [first] = posts;
  return tracesOfSignal(
    signal({ key: main, firstPost: first!, tippingPost: first!, samplePosts: posts, ...of }),
  );
};
const water = key('subjectPlace', 'water|33.74.06');

describe('two events', () => {
  it('are one when one is about a key of the other, both ways round', () => {
    const a = traces(water);
    const b = traces(key('hashtag', 'airmati'), { alsoKeys: [water] });
    expect([isSameThing(a, b), isSameThing(b, a)]).toEqual([true, true]);
    expect(tokensOf(b).all.some((token) => tokensOf(a).main.includes(token))).toBe(true);
    expect(tokensOf(b).main).not.toContain(`${water.kind}|${water.value}`);
  });

  it('are not one for what both merely touch', () => {
    const city = key('hashtag', 'semarang');
    expect(
      isSameThing(traces(water, { alsoKeys: [city] }), traces(key('nearCopy', 'k'), { alsoKeys: [city] })),
    ).toBe(false);
    const feed = key('volume', 'suara');
    expect(isSameThing(traces(water, { alsoKeys: [feed] }), traces(feed))).toBe(false);
    expect(isSameThing(traces(feed), traces(feed))).toBe(true);
  });

  it('are one when one is a text that was edited on its way, and the other one of its wordings', () => {
    const at = '2026-11-24T02:00:00.000Z';
    const copies = {
      posts: 12,
      firstAt: at,
      lastAt: at,
      accounts: 12,
      distinctSources: 1,
      sources: [],
      firstPost: { postId: 'p:1', createdAt: at, excerpt: 'x' },
      textKeys: ['k1', 'k2'],
    };
    const chain = signal({ key: key('nearCopy', 'k1'), copies });
    expect(isSameThing(tracesOfSignal(chain), traces(key('nearCopy', 'k2')))).toBe(true);
    expect(tokensOf(tracesOfSignal(chain)).main).toContain('nearCopy|k2');
    // A subject of which many posts pass on a text is no issue about that text.
    expect(isSameThing(traces(water, { copies }), traces(key('nearCopy', 'k2')))).toBe(false);
    const source = { factId: null, nearCopyKey: null, subjects: [], places: [], openedAt: at };
    expect(postsSelectionOf({ ...source, signal: chain }, null).nearCopy).toEqual(['k1', 'k2']);
  });

  it('are one by a copied text, a fact, or most of their posts', () => {
    const copy = key('nearCopy', 'k1');
    expect(
      isSameThing(traces(water, { alsoKeys: [copy] }), traces(key('hashtag', 'a'), { alsoKeys: [copy] })),
    ).toBe(true);
    const about = (factId: string) => ({ composition: composition({ facts: counted({ [factId]: 18 }) }) });
    expect(
      isSameThing(traces(key('hashtag', 'a'), about('f1')), traces(key('hashtag', 'b'), about('f1'))),
    ).toBe(true);
    expect(isSameThing(traces(water, about('f1')), traces(water, about('f2')))).toBe(false);
    const a = traces(key('hashtag', 'a'));
    expect(isSameThing(a, { ...traces(key('hashtag', 'b')), postIds: a.postIds.slice(0, 3) })).toBe(true);
    expect(isSameThing(a, { ...traces(key('hashtag', 'b')), postIds: [a.postIds[0]!, 'x', 'y', 'z'] })).toBe(
      false,
    );
  });

  it('stay two when a hoax swims in a wave of complaints', () => {
    const wave = traces(water);
    expect(isSameThing(wave, traces(key('hoaxMatch', 'f1'), { alsoKeys: [water] }))).toBe(false);
  });

  it('joined are known by the traces of both, within bounds', () => {
    const a = traces(water);
    const many = Array.from({ length: 20 }, (_, index) => key('hashtag', `t${index}`));
    let joined = a;
    for (let round = 0; round < 10; round += 1)
      joined = joinTraces(traces(key('hashtag', `m${round}`), { alsoKeys: many }), joined);
    expect(isSameThing(joined, traces(key('hashtag', 'm9')))).toBe(true);
    expect(joined.keys.length).toBeLessThanOrEqual(60);
    expect(joined.postIds.length).toBeLessThanOrEqual(30);
  });
});

describe('the fact of an event', () => {
  it('is what most of it resembles, not what a few posts do', () => {
    const of = (facts: Record<string, number>) =>
      factOf(signal({ composition: composition({ facts: counted(facts) }) }));
    expect([of({ f1: 10 }), of({ f1: 3 }), of({})]).toEqual(['f1', null, null]);
    expect(factOf(signal({ key: key('hoaxMatch', 'f2') }))).toBe('f2');
    expect(factOf(signal({ alsoKeys: [key('hoaxMatch', 'f3')] }))).toBe('f3');
  });
});

describe('the posts of an issue', () => {
  const settings = {
    watchRules: [{ id: 'pompa', phrases: ['pompa "banjir"', 'x'.repeat(490)], count: 3, windowMinutes: 60 }],
  } as unknown as Parameters<typeof postsSelectionOf>[1];
  const of = (main: Signal['key'] | null, more: object = {}) =>
    postsSelectionOf(
      {
        signal: main && signal({ key: main }),
        factId: null,
        nearCopyKey: null,
        subjects: ['water'],
        places: [],
        openedAt: '2026-11-24T02:00:00.000Z',
        ...more,
      },
      settings,
    );
  const from = '2026-11-23T02:00:00.000Z';

  it('are found by what rose', () => {
    expect(of(water)).toEqual({ subject: ['water'], place: ['33.74.06'], from });
    expect(of(key('subjectPlace', 'water|*'))).toEqual({ subject: ['water'], from });
    expect(of(key('nearCopy', 'k'))).toEqual({ nearCopy: ['k'], from });
    expect(of(key('hoaxMatch', 'f'))).toEqual({ fact: ['f'], from });
    expect(of(key('hashtag', 't'))).toEqual({ hashtag: ['t'], from });
    expect(of(key('volume', 's'))).toEqual({ source: ['s'], from });
    expect(of(key('watchRule', 'pompa'))).toEqual({ q: '"pompa  banjir"', from });
    expect(of(null)).toEqual({ subject: ['water'], from });
    expect(of(null, { factId: 'f' })).toEqual({ fact: ['f'], from });
    expect(of(null, { nearCopyKey: 'k' })).toEqual({ nearCopy: ['k'], from });
  });
});

describe('the agency in charge', () => {
  const agency = (agencyId: string, subjects: string[], placeCodes: string[] = []) => ({
    agencyId,
    name: agencyId,
    subjects,
    placeCodes,
  });
  const agencies = [
    agency('pdam', ['water']),
    agency('kecamatan', ['water'], ['33.74.06']),
    agency('dinkes', ['health']),
  ];

  it('answers for the subject, the one at the place first', () => {
    const of = (subjects: string[], places: string[]) =>
      agencyFor(agencies, subjects, places)?.agencyId ?? null;
    expect(of(['water'], ['33.74.06.1003'])).toBe('kecamatan');
    expect(of(['water'], ['33.74.061'])).toBe('pdam');
    expect([of(['health'], []), of(['tax'], [])]).toEqual(['dinkes', null]);
  });
});
