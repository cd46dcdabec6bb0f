import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { systemErrorCode } from '../embedded/database-start-error.js';
import { quotedSchema } from '../schema-name.js';
import { recordedName, type SqlMigration } from './sql-migration.js';

/**
 * A statement that waits for a table's lock makes everybody behind it wait too. So it gives up after a second, lets
 * the others pass, and the whole transaction is tried again.
 */
const lockTimeoutMilliseconds = 1_000;
const lockTriesMax = 20;
const lockNotAvailable = '55P03';

/** Runs all pending migrations in one transaction. The caller holds the schema's lock and made the schema. */
export async function runPending(
  url: string,
  schema: string,
  migrations: readonly SqlMigration[],
): Promise<readonly string[]> {
  return withDataSource(url, schema, migrations, async (source) => {
    const done = await source.runMigrations({ transaction: 'all' });
    return done.map(({ name }) => name);
  });
}

export async function revertLast(
  url: string,
  schema: string,
  migrations: readonly SqlMigration[],
): Promise<void> {
  await withDataSource(url, schema, migrations, (source) => source.undoLastMigration({ transaction: 'all' }));
}

async function withDataSource<Result>(
  url: string,
  schema: string,
  migrations: readonly SqlMigration[],
  work: (source: DataSource) => Promise<Result>,
): Promise<Result> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema,
    entities: [],
    migrations: migrations.map((migration) => toTypeOrm(schema, migration)),
    migrationsTableName: 'migrations',
    synchronize: false,
    logger: 'debug', // silent; the default one writes failures to the console, and they are thrown as well
    poolSize: 1,
    installExtensions: false,
  });
  await source.initialize();
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work(source);
      } catch (error) {
        if (systemErrorCode(error) !== lockNotAvailable || tries >= lockTriesMax) throw error;
        await sleep(lockTimeoutMilliseconds / 2);
      }
    }
  } finally {
    await source.destroy();
  }
}

/** TypeORM wants a class for each migration and takes the name from its instance. */
function toTypeOrm(schema: string, migration: SqlMigration): new () => MigrationInterface {
  const run = async (runner: QueryRunner, sql: string) => {
    await runner.query(
      `SET LOCAL lock_timeout = ${lockTimeoutMilliseconds}; SET LOCAL search_path TO ${quotedSchema(schema)}, public`,
    );
    await runner.query(sql);
  };
  return class implements MigrationInterface {
    readonly name = recordedName(migration);
    up = (runner: QueryRunner) => run(runner, migration.up);
    down = (runner: QueryRunner) => run(runner, migration.down);
  };
}
