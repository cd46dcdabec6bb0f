import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../../tokens/tokenize.js';
import { loadSentimentModel } from '../sentiment-model.js';
import { officialTargets } from './official-targets.js';
import { sentimentTowards } from './sentiment-towards.js';

const model = loadSentimentModel(readFileSync(new URL('../../../models/sentiment.bin', import.meta.url)));

/** Label per office that the post names. */
function labels(text: string): Record<string, string> {
  const tokens = tokenize(text);
  const targets = officialTargets(tokens);
  return Object.fromEntries(
    targets.map((target) => {
      const others = targets.filter((other) => other !== target);
      return [target.name, sentimentTowards(tokens, target, model, { others }).label];
    }),
  );
}

describe('sentiment towards an office', () => {
  it('tells apart two offices of one post', () => {
    expect(labels('Damkar cepat datang padamkan api, tapi PLN lambat sekali.')).toEqual({
      damkar: 'positive',
      pln: 'negative',
    });
    expect(labels('Kecewa sama puskesmas, antre dari pagi. Salut buat BPBD!')).toEqual({
      puskesmas: 'negative',
      bpbd: 'positive',
    });
  });

  it('does not blame the helper for what it helps against', () => {
    expect(labels('Polsek berhasil menangkap begal yang meresahkan warga.')).toEqual({ polsek: 'positive' });
  });

  it('reads the whole post when the span lies outside it', () => {
    const tokens = tokenize('Pelayanan buruk dan mengecewakan');
    expect(sentimentTowards(tokens, { start: 900, end: 905 }, model).label).toBe('negative');
  });

  it('says how sure it is', () => {
    const tokens = tokenize('PLN');
    const { confidence } = sentimentTowards(tokens, { start: 0, end: 3 }, model);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  });
});

describe('offices and programmes', () => {
  it('are found by their heads, at most five, with offsets', () => {
    const text = 'Lapor Dinas Perhubungan dan Satpol PP soal MBG';
    const found = officialTargets(tokenize(text));
    expect(found.map(({ name }) => name)).toEqual(['dinas perhubungan', 'satpol pp', 'mbg']);
    for (const { start, end, name } of found) expect(text.slice(start, end).toLowerCase()).toBe(name);
    expect(officialTargets(tokenize('pln '.repeat(50)))).toHaveLength(5);
  });
});
