import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PostgresBinaries } from './binaries.js';
import { reachableBinaries } from './reachable-binaries.js';

const someoneElse = { uid: 12_345, gid: 12_345 };

describe('programs below a directory that the server’s user may not enter', () => {
  let home: string;
  let temporary: string;
  let binaries: PostgresBinaries;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'kentongan-home-')); // mode 0700, as root's home is
    temporary = mkdtempSync(join(tmpdir(), 'kentongan-temporary-'));
    const folder = join(home, 'native');
    mkdirSync(join(folder, 'bin'), { recursive: true });
    for (const name of ['initdb', 'postgres', 'pg_ctl']) writeFileSync(join(folder, 'bin', name), name);
    const program = (name: string) => join(folder, 'bin', name);
    binaries = {
      folder,
      initdb: program('initdb'),
      postgres: program('postgres'),
      pgCtl: program('pg_ctl'),
      packageName: 'postgres',
      packageVersion: '18.0.0',
      major: 18,
    };
  });
  afterEach(() => {
    for (const folder of [home, temporary]) rmSync(folder, { recursive: true });
  });
  const reach = () => reachableBinaries(binaries, someoneElse, temporary);

  it('are copied once to where it can run them', () => {
    const { postgres } = reach();
    expect(postgres).toBe(join(temporary, 'kentongan-postgres-18.0.0', 'bin', 'postgres'));
    expect(readFileSync(postgres, 'utf8')).toBe('postgres');
    rmSync(binaries.folder, { recursive: true }); // a second copy would fail
    mkdirSync(binaries.folder);
    expect(reach().postgres).toBe(postgres);
  });

  it('are not taken from a folder that others may write', () => {
    const planted = join(temporary, 'kentongan-postgres-18.0.0');
    mkdirSync(planted);
    chmodSync(planted, 0o777);
    expect(reach).toThrow(/cannot be trusted.*What to do/s);
    expect(existsSync(join(planted, 'bin'))).toBe(false);
  });

  it('stay where they are when the way is free, and when no user is changed', () => {
    expect(reachableBinaries(binaries, undefined, temporary)).toBe(binaries);
    chmodSync(home, 0o755);
    expect(reach()).toBe(binaries);
  });
});
