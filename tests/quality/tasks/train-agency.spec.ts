import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { AgencyJudge, readAgencyModel, tokenize } from '@kentongan/language';
import { openTemporaryFolder } from '../../support/temporary-folder.js';
import { trainPrivateAgencies } from './train-agency.js';

const folder = openTemporaryFolder();
afterAll(() => folder.remove());

/** Invented: three offices by turns, one of them with two complaints alone. */
const rows = Array.from({ length: 120 }, (_, at) => {
  const [agency, text] = at % 2 === 0 ? ['Dinas Terang', 'lampu gang padam'] : ['Dinas Bersih', 'sampah bau'];
  const ts = `2026-${String(12 - Math.floor(at / 10)).padStart(2, '0')}-01T00:00:00Z`;
  return at < 2
    ? { ts, agency: 'Dinas Jarang', text: 'rapat batal' }
    : { ts, agency, text: `${text} kampung ${at}` };
});

const file = (name: string, content: string): string => {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
};
const ndjson = file('arsip.ndjson', rows.map((row) => JSON.stringify(row)).join('\n'));
const train = (path: string, dataDirectory = folder.path) =>
  trainPrivateAgencies({ file: path, region: 'kota-percobaan', dataDirectory, rowsMin: 10 });

describe('a desk’s own model of agencies', () => {
  it('is scored on the newest fifth, and written where its own user alone may read', () => {
    const figures = train(ndjson);
    expect(figures).toMatchObject({ n: 24, trainedOn: 120, classes: 3 });
    // The newest rows hold the two of the rare office.
    expect(figures.accuracy).toBeCloseTo(91.67, 1);
    expect(figures.sureCoverage).toBeGreaterThan(90);
    expect(figures.path).toBe(join(folder.path, 'models', 'agencies-kota-percobaan.bin'));
    expect(statSync(figures.path).mode & 0o777).toBe(0o600);
    const judge = new AgencyJudge(readAgencyModel(readFileSync(figures.path)));
    expect(judge.agencies).toEqual(['Dinas Bersih', 'Dinas Terang', 'other']);
    const scores = judge.scoresOf(tokenize('sampah di kampung kami')) ?? [];
    expect(scores.indexOf(Math.max(...scores))).toBe(0);
  });

  it('reads a CSV export of the same', () => {
    const csv = ['ts,agency,text', ...rows.map(({ ts, agency, text }) => `${ts},${agency},"${text}"`)].join(
      '\n',
    );
    const [fromCsv, fromLines] = [train(file('arsip.csv', csv)), train(ndjson)];
    expect(fromCsv).toEqual(fromLines);
  });

  it('refuses too few rows, a file without the columns, and a folder among the sources', () => {
    expect(() => train(file('sedikit.ndjson', JSON.stringify(rows[0])))).toThrow('50 are needed');
    expect(() => train(file('lain.csv', 'a,b\n1,2'))).toThrow('columns text and agency');
    const sources = new URL('../../../../libs', import.meta.url).pathname;
    expect(() => train(ndjson, sources)).toThrow('among the sources');
    expect(existsSync(join(sources, 'models'))).toBe(false);
  });
});
