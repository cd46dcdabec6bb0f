// One real PostgreSQL for the whole run, each spec makes its own database in it (libs/testing).
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default async function startPostgres() {
  if (process.env.TEST_DATABASE_URL) return;
  const { startEmbeddedPostgres } = await import('../libs/database/dist/index.js');
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-test-'));
  const server = await startEmbeddedPostgres({ dataDirectory: folder, durable: false });
  globalThis.kentonganTestPostgres = { server, folder };
  process.env.TEST_DATABASE_URL = server.url;
}
