import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { packAgencyModel } from '@kentongan/language';
import { agencyModelPath } from '@kentongan/platform';
import { Logger } from '@nestjs/common';
import { AgencyModels } from './agency-models.js';

const folder = mkdtempSync(join(tmpdir(), 'agency-models-'));
const path = agencyModelPath(folder, 'kota-percobaan');
const model = (agency: string): Uint8Array =>
  packAgencyModel({
    agencies: [agency],
    biases: [0],
    hashes: Uint32Array.of(2),
    values: Float32Array.of(1),
    weights: Float32Array.of(1),
  });

/** File systems tell times in their own steps: the second is set, not waited for. */
function write(bytes: Uint8Array, second: number): void {
  writeFileSync(path, bytes);
  utimesSync(path, second, second);
}

describe('models in the data folder', () => {
  const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
  beforeAll(() => void mkdirSync(dirname(path), { recursive: true }));
  afterAll(() => {
    warned.mockRestore();
    rmSync(folder, { recursive: true });
  });

  it('are none without a folder or a file, and the newest of their region otherwise', () => {
    const models = new AgencyModels({ drafter: null, dataDirectory: folder });
    expect(new AgencyModels({ drafter: null }).of('kota-percobaan')).toBeNull();
    expect(models.of('kota-percobaan')).toBeNull();
    write(model('pdam'), 1_000);
    expect(models.of('kota-percobaan')?.agencies).toEqual(['pdam']);
    expect(models.of('kota-lain')).toBeNull();
    write(model('dinkes'), 2_000);
    expect(models.of('kota-percobaan')?.agencies).toEqual(['dinkes']);
  });

  it('are passed over when broken, said once', () => {
    const models = new AgencyModels({ drafter: null, dataDirectory: folder });
    write(new Uint8Array(10), 3_000);
    expect(models.of('kota-percobaan')).toBeNull();
    expect(models.of('kota-percobaan')).toBeNull();
    expect(warned).toHaveBeenCalledTimes(1);
  });
});
