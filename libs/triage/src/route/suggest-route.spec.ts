import { describe, expect, it } from '@jest/globals';
import type { PostType, Signal } from '@kentongan/contracts';
import { RouteSuggestion } from '@kentongan/contracts';
import { composition, counted, signal } from '../testing/samples.js';
import { triage } from '../triage.js';
import { routeReasonCodes } from './suggest-route.js';

type Counts = Readonly<Record<string, number>>;
const event = (
  { types = {}, kinds = { person: 20 }, facts = {} }: { types?: Counts; kinds?: Counts; facts?: Counts },
  of: Partial<Signal> & { texts?: string[] } = {},
): Signal =>
  signal({
    composition: composition({
      postTypes: counted(types),
      authorKinds: counted(kinds),
      facts: counted(facts),
    }),
    ...of,
  });
const fact = { factId: 'f-1', title: 'Air dicampur racun' };
const suggestion = (given: Signal | null, known: typeof fact | null = null) =>
  triage({ signal: given, texts: [], subjects: [], postType: null, fact: known, route: null }).suggestion;
const byHand = (postType: PostType) =>
  triage({ signal: null, texts: ['Teks'], subjects: [], postType, fact, route: null }).suggestion.route;
const routeOf = (...of: Parameters<typeof suggestion>) => suggestion(...of).route;
const reasonsOf = (...of: Parameters<typeof suggestion>) => suggestion(...of).reasons.map(({ code }) => code);

describe('the suggested route', () => {
  it('is debunk where most posts match a fact', () => {
    expect(suggestion(event({ types: { other: 20 }, facts: { 'f-1': 18 } }), fact)).toMatchObject({
      route: 'debunk',
      confidence: 0.78,
      reasons: [{ code: 'matchesFact', value: 0.9 }],
    });
  });

  it('is undecided where some posts match, or angry ones do', () => {
    expect(reasonsOf(event({ types: { other: 20 }, facts: { 'f-1': 6 } }), fact)).toEqual(['someMatchFact']);
    for (const type of ['complaint', 'criticism'])
      expect(
        suggestion(event({ types: { [type]: 15, other: 5 }, facts: { 'f-1': 18 } }), fact).route,
      ).toBeNull();
    expect(reasonsOf(event({ types: { complaint: 8, other: 12 }, facts: { 'f-1': 18 } }), fact)).toContain(
      'complaintsAmong',
    );
    expect(
      reasonsOf(event({ types: { other: 20 }, kinds: { press: 6, person: 14 }, facts: { 'f-1': 18 } }), fact),
    ).toContain('pressAmong');
  });

  it('leaves a story that goes from mouth to mouth to a person, however angry it sounds', () => {
    const angry = { types: { complaint: 12, criticism: 4, other: 4 } };
    const rumour = [
      'Info warga, jembatan gantung di hulu putus tadi pagi',
      'katanya dua orang hanyut, petugas belum datang',
      'petugas ke mana saja, jembatan putus dibiarkan',
    ];
    const complaint = [
      'jembatan gantung di hulu lubang semua, mohon diperbaiki',
      'sudah lapor jembatan rusak, petugas belum datang',
      'katanya minggu ini diperbaiki, sampai sekarang belum',
      'jembatan miring, anak sekolah takut lewat',
      'mohon jembatan hulu diperiksa',
    ];
    expect(reasonsOf(event(angry, { texts: rumour }))).toEqual([
      'unverifiedClaim',
      'mostlyComplaints',
      'noFact',
    ]);
    expect(routeOf(event(angry, { texts: complaint }))).toBe('complaint');
  });

  it('does not call nothing what nearly half complain about', () => {
    expect(routeOf(event({ types: { complaint: 8, other: 12 } }))).toBeNull();
  });

  it('is left to a person where about as many complain as criticise', () => {
    for (const [complaint, criticism] of [
      [7, 6],
      [6, 7],
      [8, 6],
    ] as const)
      expect(
        routeOf(event({ types: { complaint, criticism, other: 20 - complaint - criticism } })),
      ).toBeNull();
  });

  it('is journalism for the press, complaint and criticism for the public', () => {
    expect(
      routeOf(event({ types: { news: 18 }, kinds: { press: 15, person: 5 }, facts: { 'f-1': 20 } }), fact),
    ).toBe('journalism');
    expect(routeOf(event({ types: { news: 18, other: 2 } }))).toBe('journalism');
    expect(routeOf(event({ types: { complaint: 12, other: 4, undecided: 4 } }))).toBe('complaint');
    expect(routeOf(event({ types: { criticism: 11, complaint: 3, other: 6 } }))).toBe('criticism');
  });

  it('is prebunk for questions that nobody official answered', () => {
    expect(routeOf(event({ types: { question: 12, other: 8 } }))).toBe('prebunk');
    expect(routeOf(event({ types: { question: 12, officialInfo: 2, other: 6 } }))).not.toBe('prebunk');
  });

  it('leaves a new rumour to a person, and never calls it false', () => {
    const rumour = event(
      { types: { other: 20 } },
      { texts: ['Katanya ada penculikan anak di Tembalang, sebarkan!'] },
    );
    expect(suggestion(rumour)).toMatchObject({
      route: null,
      reasons: [{ code: 'unverifiedClaim' }, { code: 'noFact' }],
    });
  });

  it('gives what is low and harmless no oxygen, and watches what officials say', () => {
    const low = { surprise: 1, count: 4, distinctAuthors: 2, texts: ['Parade bunga sore ini'] };
    expect(routeOf(event({ types: { other: 20 } }, low))).toBe('ignore');
    expect(routeOf(event({ types: { support: 15, other: 5 } }))).toBe('ignore');
    expect(reasonsOf(event({ types: { officialInfo: 15, other: 5 } }))).toEqual(['mostlyOfficial']);
  });

  it('is undecided where nothing was counted, but for a text with its fact that a person brings in', () => {
    expect(reasonsOf(signal({ key: { kind: 'hoaxMatch', value: 'f-1' } }), fact)).toEqual([
      'typesUnknown',
      'resemblesFact',
    ]);
    expect(routeOf(null)).toBeNull();
    expect(routeOf(null, fact)).toBe('debunk');
    expect((['complaint', 'criticism', 'news', 'question'] as const).map(byHand)).toEqual([
      'complaint',
      'criticism',
      null,
      'debunk',
    ]);
    expect(routeOf(event({ types: { complaint: 3, undecided: 17 } }))).not.toBe('complaint');
  });

  it('never debunks the press, complaints or criticism, whatever else the numbers say', () => {
    const share = [0, 5, 10, 15, 20];
    let debunked = 0;
    for (const complaint of share)
      for (const criticism of share)
        for (const press of share)
          for (const matched of share)
            for (const surprise of [0, 300]) {
              if (complaint + criticism > 20) continue;
              const given = event(
                {
                  types: { complaint, criticism, other: 20 - complaint - criticism },
                  kinds: { press, person: 20 - press },
                  facts: { 'f-1': matched },
                },
                { surprise, level: 'critical', texts: ['Awas air beracun, bayi keracunan dan meninggal'] },
              );
              const suggested = suggestion(given, matched > 0 ? fact : null);
              expect(RouteSuggestion.safeParse(suggested).error).toBeUndefined();
              for (const { code } of suggested.reasons)
                expect(routeReasonCodes as readonly string[]).toContain(code);
              if (suggested.route !== 'debunk') continue;
              debunked += 1;
              expect([complaint + criticism < 10, press < 10, matched >= 10]).toEqual([true, true, true]);
            }
    expect(debunked).toBeGreaterThan(0);
  });

  it('counts a suggested complaint as one before a person decided, and follows the person after', () => {
    const given = event({ types: { complaint: 18 }, facts: { 'f-1': 7 } });
    const of = (route: 'debunk' | null) =>
      triage({ signal: given, texts: [], subjects: [], postType: null, fact, route }).priority.parts.find(
        ({ part }) => part === 'knownHoax',
      );
    expect([of(null)?.evidence.code, of('debunk')?.evidence.code]).toEqual([
      'cappedByRoute',
      'resemblesFact',
    ]);
  });
});
