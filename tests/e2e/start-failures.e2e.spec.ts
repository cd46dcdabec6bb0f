import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { Desk, freePort } from '../support/desk.js';
import { openTemporaryFolder } from '../support/temporary-folder.js';

const endSecondsMax = 30;
const folder = openTemporaryFolder();
let running: Desk;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await Desk.start({ dataDirectory: join(folder.path, 'berjalan'), port: await freePort() });
}, 90_000);

afterAll(async () => {
  await running?.stop();
  await database?.drop();
  folder.remove();
});

interface FailedStart {
  readonly port?: number;
  readonly dataDirectory?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

interface Case {
  readonly name: string;
  /** Prepares the data directory that the program is given, which exists and is empty. */
  readonly prepare: (dataDirectory: string) => FailedStart;
  /** What the person at the terminal must read: what happened, and what to do. */
  readonly says: readonly (string | RegExp)[];
}

const cases: readonly Case[] = [
  {
    name: 'the port is in use',
    prepare: () => ({ port: running.options.port, environment: { DATABASE_URL: database.url } }),
    says: [/Port \d+ is in use/, 'PORT=3001'],
  },
  {
    name: 'another process has the data directory',
    prepare: () => ({ dataDirectory: running.options.dataDirectory }),
    says: [/in use by process \d+/, 'Stop that Kentongan first', 'KENTONGAN_DATA_DIR'],
  },
  {
    name: 'the data directory is of a newer version',
    prepare: (directory) => {
      mkdirSync(join(directory, 'database'));
      writeFileSync(join(directory, 'database', 'kentongan-data.json'), '{"format":99,"postgresMajor":18}');
      return {};
    },
    says: ['newer Kentongan', 'data format 99', 'Install that newer version'],
  },
  {
    name: 'the data directory cannot be made',
    // Nobody may make a folder there, not even root.
    prepare: () => ({ dataDirectory: '/sys/kentongan' }),
    says: ['/sys/kentongan', 'KENTONGAN_DATA_DIR'],
  },
  {
    name: 'a file stands where the data directory should be',
    prepare: (directory) => {
      writeFileSync(join(directory, 'berkas'), 'bukan folder');
      return { dataDirectory: join(directory, 'berkas') };
    },
    says: ['berkas', 'not a directory', 'KENTONGAN_DATA_DIR'],
  },
  {
    name: 'the disk is full when the database is made',
    // /dev/full answers each write as a full disk does.
    prepare: (directory) => {
      mkdirSync(join(directory, 'database'));
      symlinkSync('/dev/full', join(directory, 'database', 'postgres.draft.password'));
      return {};
    },
    says: ['is full', /free .*1 GB/i],
  },
  {
    name: 'the disk is full when the author keys are made',
    prepare: (directory) => {
      symlinkSync('/dev/full', join(directory, 'collector-keys.json.new'));
      return { environment: { DATABASE_URL: database.url } };
    },
    says: ['The disk is full', 'Free some space'],
  },
  {
    name: 'the author keys are damaged',
    prepare: (directory) => {
      writeFileSync(join(directory, 'collector-keys.json'), '{"version":1,"identityKey":"rahasia');
      return { environment: { DATABASE_URL: database.url } };
    },
    says: ['collector-keys.json cannot be read', 'Restore it from a backup'],
  },
  {
    name: 'regions.json is no JSON',
    prepare: (directory) => {
      writeFileSync(join(directory, 'regions.json'), '[{"regionId": "kota-tegal",');
      return {};
    },
    says: ['regions.json', 'mend or delete'],
  },
  {
    name: 'regions.json holds wrong fields',
    prepare: (directory) => {
      writeFileSync(
        join(directory, 'regions.json'),
        JSON.stringify([{ regionId: 'Kota Tegal', name: '', mode: 'kadang' }]),
      );
      return {};
    },
    says: ['0.regionId', '0.name', '0.mode'],
  },
  {
    name: 'a region would change its mode',
    prepare: (directory) => {
      const region = { regionId: 'default', name: 'Arsip', mode: 'historical' };
      writeFileSync(join(directory, 'regions.json'), JSON.stringify([region]));
      return { environment: { DATABASE_URL: database.url } };
    },
    says: ['Region default is live', 'choose another id'],
  },
  {
    name: 'the database server refuses the password',
    prepare: () => {
      const url = new URL(database.url);
      url.password = 'rahasia';
      return { environment: { DATABASE_URL: url.href } };
    },
    says: ['password', 'DATABASE_URL'],
  },
  {
    name: 'the configuration has many problems',
    prepare: () => ({
      environment: {
        PORT: 'tiga ribu',
        KENTONGAN_LOG_LEVEL: 'keras',
        KAFKA_BROKERS: 'localhost',
        DATABASE_URL: 'mysql://humas:rahasia@localhost/x',
        KENTONGAN_TOKEN: 'rahasia',
        KENTONGAN_TOKEN_FILE: '/tidak/ada',
      },
    }),
    says: [
      'PORT is "tiga ribu"',
      'give one of debug, log, warn, error',
      'KAFKA_BROKERS is a list such as',
      'DATABASE_URL must start with postgres://',
      'KENTONGAN_TOKEN is shorter than 16',
      'KENTONGAN_TOKEN and KENTONGAN_TOKEN_FILE are both set',
    ],
  },
];

describe('a start that cannot succeed ends with words, not with a stack', () => {
  it.each(cases)(
    '$name',
    async ({ name, prepare, says }) => {
      const directory = join(folder.path, name.replaceAll(' ', '-'));
      mkdirSync(directory);
      const given = prepare(directory);
      const desk = Desk.spawn({
        dataDirectory: given.dataDirectory ?? directory,
        port: given.port ?? (await freePort()),
        environment: { KENTONGAN_LOG_LEVEL: 'warn', ...given.environment },
      });
      const code = await desk.ended(endSecondsMax);
      expect(code).toBe(1);
      for (const words of says) expect(desk.log).toMatch(words);
      expect(desk.log).not.toMatch(/\n\s+at |"stack"|Error:|rahasia/);
    },
    90_000,
  );

  it('and leaves the desk that runs alone', async () => {
    expect(running.process.exitCode).toBeNull();
    expect(await running.get('/api/signals')).toMatchObject({ signals: [] });
  });
});
