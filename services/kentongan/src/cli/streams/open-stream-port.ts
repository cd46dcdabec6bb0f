import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createStreamsOnKafka } from '@kentongan/boot';
import { openDatabase } from '@kentongan/database';
import type { StreamPort } from '@kentongan/messaging';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import type { Configuration } from '@kentongan/platform';

/** The streams where the configuration says they are, without anything else of the program. */
export async function openStreamPort(
  configuration: Configuration,
): Promise<{ readonly port: StreamPort; close(): Promise<void> }> {
  const onKafka = await createStreamsOnKafka(configuration, 'kentongan-streams');
  if (onKafka) return { port: onKafka, close: () => onKafka.close() };
  mkdirSync(configuration.dataDirectory, { recursive: true });
  const database = await openDatabase({
    url: configuration.databaseUrl?.reveal(),
    dataDirectory: join(configuration.dataDirectory, 'database'),
  });
  const port = createPostgresLog({ pool: database.pool });
  return {
    port,
    close: async () => {
      await port.close();
      await database.close();
    },
  };
}
