import { join } from 'node:path';
import type { PostArchive } from '@kentongan/archive';
import { createElasticsearchArchive, type ElasticsearchArchive } from '@kentongan/archive/elasticsearch';
import { archiveMigrations, createPostgresArchive } from '@kentongan/archive/postgres';
import { DatabaseStartError, migrate, openDatabase } from '@kentongan/database';
import { type Configuration, ConfigurationError, readConfiguration } from '@kentongan/platform';
import { CommandError } from '../desk/command-error.js';

export const adapterNames = ['postgres', 'elasticsearch'] as const;
export type AdapterName = (typeof adapterNames)[number];

interface Opened<T extends PostArchive = PostArchive> {
  readonly archive: T;
  close(): Promise<void>;
}

/** The configuration of the desk whose archive it is. */
export function configurationOf(environment: NodeJS.ProcessEnv, userFolder: string): Configuration {
  try {
    return readConfiguration(environment, userFolder);
  } catch (error) {
    throw error instanceof ConfigurationError ? new CommandError(error.message) : error;
  }
}

export function openArchive(name: AdapterName, configuration: Configuration): Promise<Opened> {
  return name === 'postgres' ? openPostgres(configuration) : openElasticsearch(configuration);
}

export async function openElasticsearch({
  elasticsearchUrl,
}: Configuration): Promise<Opened<ElasticsearchArchive>> {
  if (!elasticsearchUrl) throw new CommandError('Set ELASTICSEARCH_URL to the address of Elasticsearch.');
  const archive = createElasticsearchArchive({ url: elasticsearchUrl.reveal() });
  try {
    await archive.apply();
  } catch (error) {
    await archive.close();
    throw new CommandError(`Elasticsearch cannot be used: ${(error as Error).message}`);
  }
  return { archive, close: () => archive.close() };
}

async function openPostgres({ databaseUrl, dataDirectory }: Configuration): Promise<Opened> {
  try {
    const database = await openDatabase({
      url: databaseUrl?.reveal(),
      dataDirectory: join(dataDirectory, 'database'),
    });
    await migrate(database.url, 'archive', archiveMigrations);
    return { archive: createPostgresArchive(database.pool), close: () => database.close() };
  } catch (error) {
    throw error instanceof DatabaseStartError ? new CommandError(error.message) : error;
  }
}
