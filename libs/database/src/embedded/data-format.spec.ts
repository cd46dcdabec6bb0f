import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkDataFormat, dataFormat, writeDataFormat } from './data-format.js';

describe('data of another version', () => {
  let data: string;
  let cluster: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'kentongan-format-'));
    cluster = join(data, 'postgres');
  });
  afterEach(() => rmSync(data, { recursive: true }));

  const clusterOf = (version: string) => {
    mkdirSync(cluster);
    writeFileSync(join(cluster, 'PG_VERSION'), version);
  };

  it('is accepted when new, and when this version wrote it', () => {
    expect(() => checkDataFormat(data, cluster, 18)).not.toThrow();
    clusterOf('18\n');
    writeDataFormat(data, 18);
    expect(() => checkDataFormat(data, cluster, 18)).not.toThrow();
  });

  it('is refused when a newer PostgreSQL wrote it, and when an older one did', () => {
    clusterOf('19\n');
    expect(() => checkDataFormat(data, cluster, 18)).toThrow(/PostgreSQL 19.*What to do/s);
    expect(() => checkDataFormat(data, cluster, 20)).toThrow(
      /backup with the Kentongan version that wrote it/,
    );
  });

  it('is refused when a newer Kentongan wrote it', () => {
    const newer = JSON.stringify({ format: dataFormat + 1, postgresMajor: 18 });
    writeFileSync(join(data, 'kentongan-data.json'), newer);
    expect(() => checkDataFormat(data, cluster, 18)).toThrow(/newer Kentongan.*What to do/s);
  });

  it('is refused when the directory is something else', () => {
    mkdirSync(cluster);
    expect(() => checkDataFormat(data, cluster, 18)).toThrow(/not a PostgreSQL data directory/);
  });

  it('is still judged by PostgreSQL alone when the note about it was cut short', () => {
    clusterOf('18\n');
    writeFileSync(join(data, 'kentongan-data.json'), '{"form');
    expect(() => checkDataFormat(data, cluster, 18)).not.toThrow();
  });
});
