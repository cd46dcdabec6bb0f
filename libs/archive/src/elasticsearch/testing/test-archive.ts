import { Client } from '@elastic/elasticsearch';
import type { OpenArchive } from '../../contract/open-archive.js';
import type { ElasticsearchArchiveOptions } from '../connection.js';
import { type ElasticsearchArchive, openArchive } from '../elasticsearch-archive.js';
import { templateVersion } from '../template.js';
import { readsAfterRefresh } from './reads-after-refresh.js';

const testUrl = (): string => {
  const url = process.env['TEST_ELASTICSEARCH_URL'];
  if (!url)
    throw new Error('TEST_ELASTICSEARCH_URL names no server: run this suite with npm run test:engines');
  return url;
};

let opened = 0;

/** A name of its own for the indices of one test. */
function newPrefix(): string {
  opened += 1;
  return `uji-${process.pid}-${opened}-${Date.now().toString(36)}`;
}

export interface TestArchive {
  readonly archive: ElasticsearchArchive;
  readonly client: Client;
  readonly prefix: string;
  close(): Promise<void>;
}

/** An empty archive on the run's node (or on another one); its indices go when it is closed. */
export async function openBareArchive(
  options: Partial<ElasticsearchArchiveOptions> = {},
  version = templateVersion,
): Promise<TestArchive> {
  const prefix = options.prefix ?? newPrefix();
  const archive = openArchive({ ...options, url: options.url ?? testUrl(), prefix }, version);
  await archive.apply();
  const client = new Client({ node: options.url ?? testUrl() });
  return {
    archive,
    client,
    prefix,
    close: async () => {
      await archive.close();
      await client.indices.delete({ index: `${prefix}-*` });
      await client.indices.deleteIndexTemplate({ name: `${prefix}-posts-v*` });
      await client.close();
    },
  };
}

/** For suites that read right after they wrote. */
export async function openTestArchive(): Promise<OpenArchive> {
  const { archive, close } = await openBareArchive();
  return { archive: readsAfterRefresh(archive), close };
}
