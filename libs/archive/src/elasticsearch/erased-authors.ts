import type { Client } from '@elastic/elasticsearch';
import type { ErasedAuthor } from '../archive.port.js';
import { eachPage } from './each-page.js';
import { ArchiveOutage, asking } from './failures.js';
import { documentId, type Names } from './names.js';

/** The list of authors who asked to be erased: an index of its own, looked up by id, so that an entry holds at once. */
export class ErasedAuthors {
  constructor(
    private readonly client: Client,
    private readonly names: Names,
  ) {}

  /** Those of the authors who are on the list. */
  async among(regionId: string, authorKeys: Iterable<string | undefined>): Promise<ReadonlySet<string>> {
    const keys = [...new Set(authorKeys)].filter((key) => key !== undefined);
    if (keys.length === 0) return new Set();
    const { docs } = await asking(
      this.client.mget({
        index: this.names.erasedAuthors,
        ids: keys.map((key) => documentId(regionId, key)),
        _source: false,
        realtime: true,
      }),
    );
    return new Set(
      keys.filter((_, i) => {
        const found = docs[i]!;
        // Without the list nobody may be let in: who was erased would come back.
        if ('error' in found) throw new ArchiveOutage(`the list of erased authors: ${found.error.reason}`);
        return found.found;
      }),
    );
  }

  async add(regionId: string, authorKey: string, erasedAt: string): Promise<void> {
    await asking(
      this.client.index({
        index: this.names.erasedAuthors,
        id: documentId(regionId, authorKey),
        document: { regionId, authorKey, erasedAt },
        refresh: true,
      }),
    );
  }

  async *all(): AsyncIterable<readonly ErasedAuthor[]> {
    const sort = [{ regionId: 'asc' }, { authorKey: 'asc' }] as const;
    const pages = eachPage<ErasedAuthor>(this.client, { index: this.names.erasedAuthors, sort });
    for await (const hits of pages)
      yield hits.map(({ source: { regionId, authorKey } }) => ({ regionId, authorKey }));
  }
}
