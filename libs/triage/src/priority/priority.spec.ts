import { describe, expect, it } from '@jest/globals';
import { Priority, type PriorityPartName } from '@kentongan/contracts';
import { composition, counted, signal } from '../testing/samples.js';
import { harmOf } from './harm-checklist.js';
import { evidenceCodes, priorityOf } from './priority.js';
import type { TriageInput } from './priority-input.js';
import { levelOfScore, rubric } from './rubric.js';

const input = (of: Partial<TriageInput> = {}): TriageInput => ({
  signal: signal(),
  texts: [],
  subjects: [],
  postType: null,
  fact: null,
  route: null,
  ...of,
});
const partOf = (of: TriageInput, name: PriorityPartName) =>
  priorityOf(of).parts.find(({ part }) => part === name);

describe('the rubric', () => {
  it('has nine parts of 100 points, and levels where practice draws them', () => {
    expect(Object.values(rubric.points).reduce((sum, points) => sum + points, 0)).toBe(100);
    expect([0, 34, 35, 59, 60, 79, 80, 100].map(levelOfScore)).toEqual([
      'low',
      'low',
      'medium',
      'medium',
      'high',
      'high',
      'critical',
      'critical',
    ]);
  });

  it('sums what is known; what is unknown is null and counts nothing', () => {
    const { score, parts } = priorityOf(input({ signal: null, texts: ['Lampu taman padam'] }));
    expect(parts).toHaveLength(9);
    const unknown = parts.filter(({ points }) => points === null).map(({ part }) => part);
    expect(unknown).toEqual(['speed', 'spread', 'informationVoid', 'knownHoax', 'mainstream']);
    expect(score).toBe(Math.round(parts.reduce((sum, { points }) => sum + (points ?? 0), 0)));
    expect(partOf(input({ signal: null }), 'harm')?.points).toBeNull();
    expect(partOf(input({ signal: signal({ distinctAuthors: 0 }) }), 'spread')?.points).toBeNull();
  });

  it('never leaves 0 to 100, keeps every part within its points and names its evidence, whatever comes in', () => {
    for (const surprise of [null, 0, 5, 300])
      for (const authors of [0, 1, 40, 10_000])
        for (const posts of [0, 3, 500]) {
          const of = composition({
            posts,
            postTypes: counted({ question: posts }),
            authorKinds: counted({ press: posts }),
            facts: counted({ f: posts }),
          });
          const given = signal({
            surprise,
            norm: surprise === null ? null : 1,
            count: posts,
            distinctAuthors: authors,
            composition: of,
          });
          const priority = priorityOf(
            input({ signal: given, fact: { factId: 'f', title: 'Gempa besar tewaskan bayi' } }),
          );
          expect(Priority.safeParse(priority).error).toBeUndefined();
          for (const { points, pointsMax, evidence } of priority.parts) {
            expect(points ?? 0).toBeLessThanOrEqual(pointsMax);
            expect(evidenceCodes as readonly string[]).toContain(evidence.code);
          }
        }
  });

  it('lifts grave harm to medium however slow it is, and lesser harm not', () => {
    const slow = { surprise: 0, distinctAuthors: 1, count: 1 };
    const grave = priorityOf(
      input({ signal: signal({ ...slow, texts: ['Penculikan anak di Tembalang, korban meninggal'] }) }),
    );
    expect([grave.score < rubric.levels.medium, grave.level]).toEqual([true, 'medium']);
    const mild = priorityOf(input({ signal: signal({ ...slow, texts: ['Air mati lagi'] }) }));
    expect(mild.level).toBe('low');
  });

  it('puts a storm of criticism into the queue for its speed and spread alone, and a handful of posts not', () => {
    const of = composition({ postTypes: counted({ criticism: 18 }) });
    const level = (more: object) => priorityOf(input({ signal: signal({ composition: of, ...more }) })).level;
    expect(level({ surprise: 12, count: 90, distinctAuthors: 80 })).toBe('medium');
    expect(level({ surprise: 7, count: 12, distinctAuthors: 6 })).toBe('low');
  });

  it('takes what says hoax off a complaint, criticism or journalism, and leaves the service’s weight', () => {
    const given = input({
      signal: signal({
        texts: ['Pengumuman resmi Dinkes: air beracun'],
        composition: composition({ facts: counted({ f: 18 }) }),
      }),
      fact: { factId: 'f', title: 'Air beracun' },
    });
    const free = priorityOf(given);
    for (const route of ['complaint', 'criticism', 'journalism'] as const) {
      const capped = priorityOf({ ...given, route });
      const of = (name: PriorityPartName) => capped.parts.find(({ part }) => part === name);
      for (const part of ['believability', 'knownHoax'] as const)
        expect([of(part)?.points, of(part)?.evidence.code]).toEqual([0, 'cappedByRoute']);
      for (const part of ['speed', 'spread', 'harm'] as const)
        expect(of(part)).toEqual(free.parts.find((each) => each.part === part));
      expect(capped.score).toBeGreaterThan(0);
      expect(capped.score).toBeLessThan(free.score);
    }
    expect(priorityOf({ ...given, route: 'debunk' })).toEqual(free);
  });

  it('rises with speed, voices, platforms, questions and the press, and halves what few accounts repeat', () => {
    const points = (name: PriorityPartName, of: Parameters<typeof signal>[0]) =>
      partOf(input({ signal: signal(of) }), name)?.points ?? -1;
    expect(points('speed', { surprise: 15 })).toBe(20);
    expect(points('speed', { surprise: 3 })).toBeLessThan(points('speed', { surprise: 9 }));
    expect(points('speed', { surprise: null, norm: null, count: 1_000 })).toBe(14);
    expect(points('spread', { distinctAuthors: 4, count: 4 })).toBeLessThan(
      points('spread', { distinctAuthors: 30, count: 30 }),
    );
    expect(points('spread', { distinctAuthors: 4, count: 40 })).toBeCloseTo(
      points('spread', { distinctAuthors: 4, count: 4 }) / 2,
      0,
    );
    const asked = (official: number) => ({
      composition: composition({
        postTypes: counted({ question: 12, other: 8 }),
        authorKinds: counted({ official, person: 15 }),
      }),
    });
    expect(points('informationVoid', asked(0))).toBe(8);
    expect(points('informationVoid', asked(1))).toBeLessThan(4);
    expect(
      points('mainstream', { composition: composition({ authorKinds: counted({ press: 1 }) }) }),
    ).toBeGreaterThan(4);
  });
});

describe('whether it is worth a check', () => {
  const of = (texts: string[]) => partOf(input({ signal: signal({ texts }) }), 'checkWorthiness');

  it('puts a specific claim about many above a storm of feelings, and says which words', () => {
    const claim = of([
      'Tanggul di Tambakrejo jebol, 200 rumah terendam',
      'Katanya tanggul jebol, warga mengungsi',
    ]);
    const feeling = of(['semoga hujannya cepat reda, capek banget', 'menurutku taman baru itu jelek']);
    expect(claim?.evidence.code).toBe('claimAboutMany');
    expect(String(claim?.evidence.values['words'])).toContain('jebol');
    expect(feeling?.evidence.code).toBe('experienceOrOpinion');
    expect((claim?.points ?? 0) - (feeling?.points ?? 0)).toBeGreaterThan(5);
  });

  it('counts copies once and knows nothing about nothing', () => {
    const claim = 'Tanggul jebol, 200 rumah terendam';
    expect(of([claim, claim, claim, 'selamat pagi'])?.points).toBe(of([claim, 'selamat pagi'])?.points);
    expect(partOf(input({ signal: null }), 'checkWorthiness')?.points).toBeNull();
  });
});

describe('the checklist of harm', () => {
  it('knows nothing about nothing', () => expect(harmOf([], [])).toBeNull());

  it('weighs words above subjects and adds up what comes together', () => {
    expect(harmOf(['Selamat pagi warga'], [])).toEqual({ score: 0, kinds: [], words: [] });
    expect(harmOf(['Antrean di puskesmas'], ['health'])?.score).toBe(1);
    expect(harmOf(['Vaksin di puskesmas'], ['health'])?.score).toBe(3);
    expect(harmOf(['Vaksinnya membuat siswa keracunan dan meninggal'], [])).toEqual({
      score: 5,
      kinds: ['health', 'children'],
      words: ['keracunan', 'vaksin', 'siswa keracunan', 'meninggal'],
    });
  });

  it('does not take one voice of many for all, nor a part of a word for the word', () => {
    const calm = ['Jadwal pasar murah', 'Pasar murah besok', 'Di mana pasar murahnya', 'Pasar murah lagi'];
    expect(harmOf([...calm, 'Ada ledakan'], [])?.score).toBe(0);
    expect(harmOf(['Lokasi pemotretan sarapan bersama'], [])?.words).toEqual([]);
  });
});
