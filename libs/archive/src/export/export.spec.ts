import { describe, expect, it } from '@jest/globals';
import { samplePost } from '../contract/sample-posts.js';
import { csvHeader, csvLine, csvRow } from './csv.js';
import { ndjsonRow } from './ndjson.js';

/** A strict reader of RFC 4180, written against the standard and not against the writer. */
function readLine(line: string): string[] {
  expect(line.endsWith('\r\n')).toBe(true);
  const cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n$)/gy;
  for (let match = pattern.exec(line); match; match = pattern.exec(line))
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  return cells;
}

const unguarded = (cell: string): string => (/^'+[=+\-@\t\r\n\0＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

describe('CSV', () => {
  const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', "'=", "''@"];
  const bodies = ["cmd|' /C calc'!A0", 'HYPERLINK("http://contoh.test","klik")', '1+1', ''];
  const attacks = starts.flatMap((start) => bodies.map((body) => start + body));

  it('turns every formula into text, and loses nothing', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(50);
    const cells = readLine(csvLine(attacks));
    for (const cell of cells) expect(cell).toMatch(/^'/);
    expect(cells.map(unguarded)).toEqual(attacks);
  });

  it('keeps commas, quotes and lines inside their cell', () => {
    const cells = ['a,b', 'kata "ini"', 'dua\nbaris', 'dua\r\nbaris', 'biasa', '', "'kutip"];
    expect(readLine(csvLine(cells))).toEqual(cells);
    expect(csvLine([null, undefined, 0, 7])).toBe(',,0,7\r\n');
  });

  it('writes a post under its columns, without the key of its author', () => {
    const post = samplePost('contoh:1', {
      text: '=SUM(A1)',
      authorKey: 'kunci-rahasia',
      likes: 3,
      foundBy: ['a', 'b'],
    });
    const row = csvRow(post);
    const named = new Map(readLine(csvHeader).map((name, i) => [name, readLine(row)[i]]));
    expect(named.get('postId')).toBe('contoh:1');
    expect(named.get('text')).toBe("'=SUM(A1)");
    expect(named.get('likes')).toBe('3');
    expect(named.get('sources')).toBe('a b');
    expect(row).not.toContain('kunci-rahasia');
  });
});

describe('NDJSON', () => {
  it('is one line per post, without the key of its author', () => {
    const row = ndjsonRow(samplePost('contoh:1', { text: 'dua\nbaris', authorKey: 'kunci-rahasia' }));
    expect(row.split('\n')).toHaveLength(2);
    expect(JSON.parse(row)).toMatchObject({ postId: 'contoh:1', text: 'dua\nbaris' });
    expect(row).not.toContain('kunci-rahasia');
  });
});
