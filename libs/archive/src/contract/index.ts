import { afterAll, beforeAll, describe } from '@jest/globals';
import type { PostArchive } from '../archive.port.js';
import { aggregatesContract } from './aggregates.contract.js';
import { correctingContract } from './correcting.contract.js';
import { forgettingContract } from './forgetting.contract.js';
import { indexingContract } from './indexing.contract.js';
import { movingContract } from './moving.contract.js';
import type { OpenArchive } from './open-archive.js';
import { pagingContract } from './paging.contract.js';
import { searchingContract } from './searching.contract.js';
import { trendsContract } from './trends.contract.js';

export { corpusContract } from './corpus.contract.js';
export type { OpenArchive } from './open-archive.js';
export { samplePost } from './sample-posts.js';
export { storedCount } from './stored-count.js';

/** What every adapter of the archive promises. `open` gives an empty archive; all tests share it. */
export function archiveContract(name: string, open: () => Promise<OpenArchive>): void {
  describe(`${name} keeps the archive's promises`, () => {
    let opened: OpenArchive;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());
    const archive = (): PostArchive => opened.archive;
    indexingContract(archive);
    correctingContract(archive);
    searchingContract(archive);
    pagingContract(archive);
    aggregatesContract(archive);
    trendsContract(archive);
    forgettingContract(archive);
    movingContract(archive);
  });
}
