import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readLabelled } from './labelled-files.js';
import { readLanguageFolders, readTextsWithLanguage } from './language-files.js';

const folder = mkdtempSync(join(tmpdir(), 'labelled-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe('labelled files', () => {
  it.each([
    ['rows.tsv', 'tidak enak\tnegative\nkata "saya", ya\tpositive\n'],
    ['rows.txt', 'tidak enak\tnegative\r\nkata "saya", ya\tpositive'],
    ['rows.csv', 'id,text,label\n1,tidak enak,negative\n2,"kata ""saya"", ya",positive\n'],
    ['rows', '\ufeffid,text,label\n1,tidak enak,negative\n2,"kata ""saya"", ya",positive'],
    ['rows.csv.gz', gzipSync('id,text,label\n1,tidak enak,negative\n2,"kata ""saya"", ya",positive')],
  ])('%s holds the same two rows', (name, content) => {
    expect(readLabelled(file(name, content)).map(({ text, label }) => [text, label])).toEqual([
      ['tidak enak', 'negative'],
      ['kata "saya", ya', 'positive'],
    ]);
  });
});

describe('texts with their language', () => {
  it('are read by code and name, and refused with the row of an unknown one', () => {
    const path = file('mix.csv', 'text,language\nhalo,Indonesian\n"ora, opo",jv\nboleh,ms\n');
    expect(readTextsWithLanguage(path).map(({ language }) => language)).toEqual(['id', 'jv', 'ms']);
    expect(() => readTextsWithLanguage(file('bad.csv', 'text,language\nhei,klingon\n'))).toThrow(
      /row 2: "klingon"/,
    );
  });

  it('come from folders, the test file before the others', () => {
    file('nusax/javanese/train.csv', 'id,text,label\n1,latih,neutral\n');
    file('nusax/javanese/test.csv', 'id,text,label\n1,uji,neutral\n');
    file('nusax/en/valid.csv', 'id,text,label\n1,check,neutral\n');
    file('nusax/notes/readme.csv', 'id,text,label\n1,no,neutral\n');
    const rows = readLanguageFolders(join(folder, 'nusax'));
    expect(rows.map(({ text, language }) => `${language} ${text}`).sort()).toEqual(['en check', 'jv uji']);
  });
});
