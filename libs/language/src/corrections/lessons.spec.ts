import { describe, expect, it } from '@jest/globals';
import type { Analysis, Lesson, PostLabel } from '@kentongan/contracts';
import { tokenize } from '../tokens/tokenize.js';
import { lessonsMax } from './label-memory.js';
import { Lessons } from './lessons.js';
import { wordDigestsOf } from './word-digests.js';

const taught = 'lampu jalan di gang mawar padam sejak kemarin malam';
const complaint: PostLabel = { part: 'postType', label: 'complaint' };

function lessonOf(text: string, label: PostLabel, more: Partial<Lesson> = {}): Lesson {
  const wordDigests = wordDigestsOf(tokenize(text));
  return {
    postId: 'contoh:1',
    label,
    nearCopyKey: null,
    wordDigests,
    at: '2026-03-01T00:00:00.000Z',
    ...more,
  };
}

/** What the models say of every text here, before anyone is heard. */
const said: Analysis = {
  analysisVersion: 1,
  language: { code: 'id', confidence: 0.9 },
  sentiment: { label: 'neutral', confidence: 0.6 },
  places: [],
  subjects: [],
  postType: { label: 'other', confidence: 0.5 },
  nearCopyKey: null,
  hoaxMatch: null,
  hashtags: [],
  watchRules: [],
};

const read = (lessons: Lessons, text: string, more: Partial<Analysis> = {}): Analysis =>
  lessons.apply({ ...said, ...more }, text, tokenize(text));

describe('labels that officers gave', () => {
  it('reach a text with the same content words, and say where they come from', () => {
    const lessons = new Lessons();
    lessons.record('a', lessonOf(taught, complaint));
    const { postType, sentiment, learned } = read(
      lessons,
      'Lampu jalan gang mawar padam, sejak kemarin malam!!',
    );
    expect([postType.label, sentiment.label, learned]).toEqual(['complaint', 'neutral', ['postType']]);
  });

  it('reach a near copy whatever its words', () => {
    const lessons = new Lessons();
    lessons.record('a', lessonOf(taught, { part: 'sentiment', label: 'negative' }, { nearCopyKey: 'k1' }));
    expect(read(lessons, 'salinan dengan kata lain', { nearCopyKey: 'k1' }).sentiment.label).toBe('negative');
    expect(read(lessons, 'salinan dengan kata lain', { nearCopyKey: 'k2' }).learned).toBeUndefined();
  });

  it.each([
    'lampu taman kota padam sejak kemarin malam dan warga khawatir',
    'lampu jalan gang mawar tidak padam sejak kemarin malam',
    'lampu padam',
  ])('do not reach further: %s', (text) => {
    const lessons = new Lessons();
    lessons.record('a', lessonOf(taught, complaint));
    expect(read(lessons, text)).toEqual(said);
  });

  it('of two that disagree the newer one holds, and after its undoing the older one again', () => {
    const lessons = new Lessons();
    const newer = lessonOf(
      taught,
      { part: 'postType', label: 'question' },
      { at: '2026-03-02T00:00:00.000Z' },
    );
    lessons.record('b', newer);
    lessons.record('a', lessonOf(taught, complaint));
    expect(read(lessons, taught).postType.label).toBe('question');
    lessons.record('b', null);
    expect(read(lessons, taught).postType.label).toBe('complaint');
    lessons.record('a', null);
    expect(read(lessons, taught)).toEqual(said);
  });

  it('are bounded: the oldest is forgotten first', () => {
    const lessons = new Lessons();
    const at = (second: number) => new Date(Date.UTC(2026, 2, 1) + second * 1_000).toISOString();
    const text = (i: number) => `aduan nomor kata${i} lain${i} beda${i}`;
    for (let i = 0; i <= lessonsMax; i += 1)
      lessons.record(`k${i}`, lessonOf(text(i), complaint, { at: at(i) }));
    expect(read(lessons, text(0)).learned).toBeUndefined();
    expect(read(lessons, text(1)).learned).toEqual(['postType']);
    expect(read(lessons, text(lessonsMax)).learned).toEqual(['postType']);
  });
});

describe('places that officers named', () => {
  const text = 'Jalan Gajah rusak, warga Bener resah';
  const places = [
    { start: 6, end: 11, codes: ['33.21.07', '33.74.01'], confidence: 0.4 },
    { start: 25, end: 30, codes: ['33.06.03'], confidence: 0.5 },
  ];
  const place = (words: string, code: string | null): PostLabel => ({ part: 'place', words, code });

  it('decide what the same words name in every later post of the region', () => {
    const lessons = new Lessons();
    lessons.record('a', lessonOf(text, place('gajah', '33.74.01')));
    lessons.record('b', lessonOf(text, place('bener', null)));
    const { places: reread, learned } = read(lessons, text, { places });
    expect(reread).toEqual([{ start: 6, end: 11, codes: ['33.74.01'], confidence: 0.95 }]);
    expect(learned).toEqual(['place']);
    lessons.record('b', null);
    expect(read(lessons, text, { places }).places).toHaveLength(2);
  });

  it('leave alone what no officer spoke of', () => {
    const lessons = new Lessons();
    lessons.record('a', lessonOf(text, place('kalibanteng', '33.74.16')));
    lessons.record('b', lessonOf(text, place('', '33.74')));
    expect(read(lessons, text, { places })).toEqual({ ...said, places });
  });

  it('are named as learned also where the gazetteer reads them so, because the desk may already have used them', () => {
    const lessons = new Lessons();
    lessons.record('a', lessonOf(text, place('bener', '33.06.03')));
    expect(read(lessons, text, { places }).learned).toEqual(['place']);
  });
});

describe('word digests', () => {
  it('are the same for other spellings, order and empty words, and hold no word', () => {
    const digests = wordDigestsOf(tokenize('Jalan yg rusak gak diperbaiki #JalanRusak'));
    expect(wordDigestsOf(tokenize('tidak diperbaiki, jalan rusak'))).toEqual(digests);
    expect(digests.every(Number.isInteger)).toBe(true);
  });
});
