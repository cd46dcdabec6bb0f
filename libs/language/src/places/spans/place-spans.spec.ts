import { describe, expect, it } from '@jest/globals';
import { inventedGazetteer } from '../invented-places.js';
import { markPlaceSpans } from './mark-place-spans.js';
import { packSpanModel, readSpanModel, type SpanTag } from './span-model.js';
import { type TaggedText, trainPlaceSpans } from './train-place-spans.js';

const gazetteer = inventedGazetteer();

/** `banjir di [Kota Tegal] pagi {Budi}`: brackets mark places, braces people. */
function tagged(marked: string): TaggedText {
  const words: string[] = [];
  const tags: SpanTag[] = [];
  let open: 'place' | 'person' | undefined;
  for (const part of marked.split(' ')) {
    const begins = part.startsWith('[') ? 'place' : part.startsWith('{') ? 'person' : undefined;
    const isFirst = begins !== undefined;
    open = begins ?? open;
    words.push(part.replace(/[[\]{}]/g, ''));
    tags.push(open === 'place' ? (isFirst ? 'begins' : 'inside') : (open ?? 'outside'));
    if (/[\]}]$/.test(part)) open = undefined;
  }
  return { words, tags };
}

const lessons = [
  'banjir di [Kota Tegal] sejak pagi',
  'warga [Surabaya] menunggu di rumah',
  'kebakaran di [Stadion Merah] semalam',
  'hujan di [Stadion Biru] tadi',
  '{Surya Tegal} membaca buku di rumah',
  'kata {Budi Surabaya} kepada warga',
  'longsor di [Jawa Tengah] pagi ini',
  'buku itu dibaca {Surya Tegal} lagi',
].map(tagged);

/** Numbers that only look shuffled: enough for a test, and always the same. */
function numbers(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const train = () =>
  trainPlaceSpans(lessons, gazetteer, {
    epochs: 5,
    random: numbers(),
    featureCountMin: 1,
    dropShare: 0,
    learningRate: 0.3,
    decay: 1e-3,
    placeBias: 0,
  }).common;
const model = train();
const mark = (text: string): string[] => {
  const words = text.split(' ');
  return markPlaceSpans(words, gazetteer, model).map(({ first, end }) => words.slice(first, end).join(' '));
};

describe('the marker of place names', () => {
  it('learns what it was shown', () => {
    for (const { words, tags } of lessons) {
      const wanted = words.filter((_, at) => tags[at] === 'begins' || tags[at] === 'inside').join(' ');
      expect(mark(words.join(' ')).join(' ')).toBe(wanted);
    }
  });

  it('marks names that no gazetteer holds, and leaves people alone', () => {
    expect(mark('gempa di [Stadion Hijau] tadi'.replace(/[[\]]/g, ''))).toEqual(['Stadion Hijau']);
    expect(mark('kata Budi Surabaya kepada warga')).toEqual([]);
  });

  it('gives the same model for the same lessons and numbers', () => {
    const [one, other] = [packSpanModel(train()), packSpanModel(model)];
    expect(one.every((byte, at) => byte === other[at])).toBe(true);
  });

  it('decides the same after it was packed into bytes', () => {
    const packed = readSpanModel(packSpanModel(model));
    for (const { words } of lessons)
      expect(markPlaceSpans(words, gazetteer, packed)).toEqual(markPlaceSpans(words, gazetteer, model));
  });

  it('refuses bytes of another length', () => {
    expect(() => readSpanModel(new Uint8Array(10))).toThrow('place-spans');
  });

  it('reads a long text in pieces and an empty one as nothing', () => {
    const long = new Array(1000).fill('warga Surabaya menunggu di rumah .').join(' ').split(' ');
    expect(markPlaceSpans(long, gazetteer, model).length).toBeGreaterThan(500);
    expect(markPlaceSpans([], gazetteer, model)).toEqual([]);
  });
});
