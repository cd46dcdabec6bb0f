import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readInitFiles } from './init-files.js';
import { timeZoneOf } from './time-zone.js';
import { slugOf, watchRulesOfFile, watchRulesOfList } from './watch-words.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'init-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, ...lines: string[]): string {
  writeFileSync(join(folder, name), lines.join('\n'));
  return name;
}

describe('the files of init', () => {
  it('are read with commas or semicolons, columns in any order, with or without the optional ones', () => {
    const agencies = file(
      'opd.csv',
      '\uFEFFname;id;subjects;places;contact',
      'Perumda Air Contoh;pdam;water flooding;33.74.06 33.74.07;"Loket; 1500-000"',
      'Dinas PU Contoh;dpu;;;',
    );
    const officers = file('petugas.csv', 'userName,name,role', '"Rina.C",Rina Contoh,officer');
    const feeds = file('feed.csv', 'url,id,name', '"https://warta.example/rss?a=1,2",warta,Warta');
    expect(readInitFiles({ agencies, officers, feeds }, folder)).toEqual({
      agencies: [
        {
          agencyId: 'pdam',
          name: 'Perumda Air Contoh',
          subjects: ['water', 'flooding'],
          placeCodes: ['33.74.06', '33.74.07'],
          publicContact: 'Loket; 1500-000',
        },
        { agencyId: 'dpu', name: 'Dinas PU Contoh', subjects: [], placeCodes: [] },
      ],
      officers: [{ userName: 'rina.c', name: 'Rina Contoh', role: 'officer', agencyId: null, onDuty: false }],
      feeds: [{ sourceId: 'warta', name: 'Warta', url: 'https://warta.example/rss?a=1,2', pollSeconds: 300 }],
      watchRules: undefined,
      problems: [],
    });
  });

  it('tell all their problems at once, each with its line and cell', () => {
    const agencies = file(
      'opd.csv',
      'id,name,subjects,places,contact',
      'PDAM,Air,banjirr,33-74,',
      '',
      'dpu,,,,',
      'dpu,Dua,,,',
    );
    const officers = file(
      'petugas.csv',
      'userName,name,role,agencyId,onDuty',
      'r,R,bos,,mungkin',
      'a.b.c,A,agency,,ya',
    );
    const feeds = file('feed.csv', 'id,name,url', 'warta,Warta,ftp://x', 'dua,Dua,https://x.example,lebih');
    const { problems } = readInitFiles({ agencies, officers, feeds }, folder);
    const told = problems.map((each) => `${each.file}:${each.line} ${each.problem}`);
    expect(told).toEqual([
      expect.stringMatching(/^opd\.csv:2 id "PDAM"/),
      expect.stringMatching(/^opd\.csv:2 subjects "banjirr"/),
      expect.stringMatching(/^opd\.csv:2 places "33-74": a code looks like/),
      expect.stringMatching(/^opd\.csv:4 name ""/),
      expect.stringMatching(/^opd\.csv:5 id "dpu" stands on line 4 already/),
      expect.stringMatching(/^feed\.csv:3 more cells than columns/),
      expect.stringMatching(/^feed\.csv:2 url "ftp:\/\/x"/),
      expect.stringMatching(/^petugas\.csv:2 userName "r"/),
      expect.stringMatching(/^petugas\.csv:2 role "bos"/),
      expect.stringMatching(/^petugas\.csv:2 onDuty "mungkin": write ya or tidak/),
      expect.stringMatching(/^petugas\.csv:3 agencyId ""/),
    ]);
  });

  it('that are missing, of another form or not CSV are problems, too', () => {
    const told = (lines: string[]) =>
      readInitFiles({ feeds: file('f.csv', ...lines) }, folder).problems.map((each) => each.problem);
    expect(told(['id,nama,url', 'a,b,https://x.example'])).toEqual([expect.stringContaining('lacks name')]);
    expect(told(['id,name,url,email', 'a,b,https://x.example,c'])).toEqual([
      expect.stringContaining('unknown column email'),
    ]);
    expect(told(['id,name,url', '"a,b,https://x.example'])).toEqual([expect.stringContaining('not CSV')]);
    expect(readInitFiles({ feeds: 'tidak-ada.csv' }, folder).problems).toEqual([
      expect.objectContaining({ file: 'tidak-ada.csv', problem: expect.stringContaining('cannot be read') }),
    ]);
  });
});

describe('words to watch', () => {
  it('are a rule a line in a file, and a rule each in a list', () => {
    const read = watchRulesOfFile('kata.txt', '# catatan\nAir Beracun, air keracunan # lagi\n\nrob\n');
    expect(read.problems).toEqual([]);
    expect(read.values.map(({ id, phrases }) => [id, phrases])).toEqual([
      ['air-beracun', ['air beracun', 'air keracunan']],
      ['rob', ['rob']],
    ]);
    expect(watchRulesOfList('rob, banjir rob ,rob!').values.map(({ id }) => id)).toEqual([
      'rob',
      'banjir-rob',
      'rob-2',
    ]);
    expect(watchRulesOfFile('kata.txt', 'rob\nx\n').problems).toEqual([
      expect.objectContaining({ file: 'kata.txt', line: 2 }),
    ]);
  });
});

describe('ids and zones', () => {
  it('come from the name and the code of a place', () => {
    expect(slugOf('Kota Semarang')).toBe('kota-semarang');
    expect(slugOf('  KABUPATEN "X" & Y ')).toBe('kabupaten-x-y');
    expect(['33.74', '73.71', '94.71', '11'].map(timeZoneOf)).toEqual([
      'Asia/Jakarta',
      'Asia/Makassar',
      'Asia/Jayapura',
      'Asia/Jakarta',
    ]);
  });
});
