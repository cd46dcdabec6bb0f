import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseReplayArguments } from './arguments.js';

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
writeFileSync(join(folder, 'posts.ndjson'), '');

function parse(...flags: string[]) {
  return parseReplayArguments(
    ['node', 'replay', 'posts.ndjson', ...flags],
    { KENTONGAN_TOKEN: 'rahasia', PORT: '3999' },
    folder,
  );
}

describe('the replay command line', () => {
  it('sends a file of the past to a historical region, as fast as the desk takes it', () => {
    expect(parse()).toMatchObject({
      region: 'history',
      mode: 'historical',
      speed: null,
      token: 'rahasia',
      files: [join(folder, 'posts.ndjson')],
    });
    expect(parse().url.href).toBe('http://127.0.0.1:3999/');
  });

  it('takes --speed max as no pace at all, and a number as one', () => {
    expect(parse('--speed', 'max').speed).toBeNull();
    expect(parse('--speed', '60').speed).toBe(60);
  });

  it('sends posts moved to the present to the live region, and a named region its own way', () => {
    expect(parse('--shift-to-now')).toMatchObject({ region: 'default', mode: 'live', isShiftedToNow: true });
    expect(parse('--region', 'kota-tegal', '--location-from', 'village, district')).toMatchObject({
      region: 'kota-tegal',
      mode: undefined,
      locationFields: ['village', 'district'],
    });
  });

  it('says which file is missing and which address is none', () => {
    expect(() => parse('--url', 'ftp://x')).toThrow('--url ftp://x');
    expect(() =>
      parseReplayArguments(['node', 'replay', 'gone.gz'], { KENTONGAN_TOKEN: 'x' }, folder),
    ).toThrow('gone.gz is not there');
    expect(() => parseReplayArguments(['node', 'replay', 'posts.ndjson'], {}, folder)).toThrow('npm start');
  });
});
