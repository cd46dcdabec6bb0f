import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@kentongan/platform';
import { AuthorKeyring } from './author-keyring.js';
import { deriveAuthorKeys } from './author-keys.js';

let folder: string;
let now = Date.parse('2025-03-01T00:00:00Z');
const day = 86_400_000;
const open = () =>
  AuthorKeyring.open({
    file: join(folder, 'data/collector-keys.json'),
    clock: { now: () => now },
    periodDays: 90,
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyring-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('author keys', () => {
  it('are made at first start, for the owner alone, and read again', () => {
    const first = open();
    const key = first.current('semarang');
    expect(key).toHaveLength(32);
    expect(statSync(join(folder, 'data/collector-keys.json')).mode & 0o777).toBe(0o600);
    expect(open().current('semarang')).toEqual(key);
    expect(open().fingerprint('a')).toBe(first.fingerprint('a'));
  });

  it('differ between regions', () => {
    const keyring = open();
    expect(keyring.current('semarang')).not.toEqual(keyring.current('tegal'));
  });

  it('are replaced after a period; the previous one stays for erasure, an older one goes', () => {
    const keyring = open();
    const keys = [keyring.current('semarang')];
    for (const days of [89, 90, 180]) {
      now = Date.parse('2025-03-01T00:00:00Z') + days * day;
      keys.push(keyring.current('semarang'));
    }
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).not.toEqual(keys[0]);
    expect(keyring.all('semarang')).toEqual([keys[3], keys[2]]);
    expect(open().all('semarang')).toEqual([keys[3], keys[2]]);
  });

  it('are never replaced in silence when the file is broken, and the message quotes none of it', () => {
    open().current('semarang');
    const file = join(folder, 'data/collector-keys.json');
    const broken = readFileSync(file, 'utf8').slice(0, 100);
    writeFileSync(file, broken);
    expect(open).toThrow(/Restore it from a backup/);
    expect(readFileSync(file, 'utf8')).toBe(broken);
  });
});

describe('author keys of several collectors', () => {
  it('are one in a folder that they share, whoever needed it first', () => {
    const [one, other] = [open(), open()];
    const key = one.current('semarang');
    expect(other.current('semarang')).toEqual(key);
    expect(other.current('tegal')).toEqual(one.current('tegal'));
    now += 91 * day;
    expect(one.current('semarang')).not.toEqual(key);
    expect(other.current('semarang')).toEqual(one.current('semarang'));
    expect(other.all('semarang')).toEqual([one.current('semarang'), key]);
  });

  it('made of one secret need no folder: equal everywhere, other in each region and period', () => {
    const derived = () => deriveAuthorKeys(new Secret('rahasia-kota-yang-panjang'), { now: () => now }, 90);
    const key = derived().current('semarang');
    expect(derived().current('semarang')).toEqual(key);
    expect(key).toHaveLength(32);
    expect(derived().current('tegal')).not.toEqual(key);
    expect(derived().fingerprint('a')).toMatch(/^[0-9a-f]{32}$/);
    now += 90 * day;
    expect(derived().all('semarang')).toEqual([derived().current('semarang'), key]);
  });
});
