import { describe, expect, it } from '@jest/globals';
import type { Signal } from '@kentongan/contracts';
import { signal } from '../testing/samples.js';
import { type TitleNames, titleOf, withoutJudgement } from './title.js';

const names: TitleNames = {
  place: (code) => (code === '33.74.06' ? 'Pedurungan' : undefined),
  source: (id) => (id === 'suara' ? 'Suara Kota' : undefined),
  watchRule: (id) => (id === 'pompa' ? 'pompa banjir' : undefined),
  factTitle: null,
};
const key = (kind: Signal['key']['kind'], value: string): Signal['key'] => ({ kind, value });
const title = (of: Parameters<typeof signal>[0], more: Partial<TitleNames> = {}) =>
  titleOf(signal(of), { ...names, ...more });

describe('a title', () => {
  it('says what and where', () => {
    expect(title({})).toBe('Air bersih di Pedurungan');
    expect(title({ key: key('subjectPlace', 'flooding|*') })).toBe('Banjir dan genangan');
    expect(
      title({ key: key('subjectPlace', 'flooding|*'), alsoKeys: [key('subjectPlace', 'flooding|33.74.06')] }),
    ).toBe('Banjir dan genangan di Pedurungan');
    expect(title({ key: key('subjectPlace', 'flooding|99.99') })).toBe('Banjir dan genangan di 99.99');
    expect(title({ key: key('hashtag', 'jalanrusak') })).toBe('#jalanrusak');
    expect(title({ key: key('watchRule', 'pompa') })).toBe('Kata pantauan: pompa banjir');
    expect(title({ key: key('volume', 'suara'), texts: ['Macet total'] })).toBe(
      'Ramai di Suara Kota: “Macet total”',
    );
    expect(
      title({ key: key('nearCopy', 'k1'), texts: ['@siapa lihat https://a.example Pohon tumbang'] }),
    ).toBe('“lihat Pohon tumbang”');
  });

  it('says resembles, and no judging word, whatever the sources shout', () => {
    const shouts = [
      '[HOAKS] Air beracun',
      '(Salah) Air beracun',
      'HOAX: Air beracun',
      'Cek Fakta: Air beracun hoaks',
      '#hoaks Air beracun',
    ];
    for (const factTitle of shouts) expect(title({}, { factTitle })).toBe('Mirip periksa fakta: Air beracun');
    for (const text of ['Ini HOAKS besar', 'awas antihoax palsu', 'hoaks', '']) {
      const made = title({ key: key('nearCopy', 'k'), texts: [text] });
      expect(made.toLowerCase()).not.toMatch(/hoaks|hoax/);
      expect(made.length).toBeGreaterThan(0);
    }
    expect(title({ key: key('hashtag', 'hoakspdam') }).toLowerCase()).not.toContain('hoaks');
  });

  it('is cut between words and inside no character', () => {
    const long = title({ key: key('nearCopy', 'k'), texts: ['🙏'.repeat(40) + ' kata '.repeat(60)] });
    expect([...long].length).toBeLessThanOrEqual(160);
    expect(long.isWellFormed()).toBe(true);
    expect(long).toMatch(/…”$/);
    expect(withoutJudgement('Warga [Semarang] bertanya')).toBe('Warga [Semarang] bertanya');
  });
});
