import type { Client } from '@elastic/elasticsearch';
import type { Month } from '../month.js';
import { asking, isMissingIndex, isThereAlready } from './failures.js';
import { type Names, partsOfIndex } from './names.js';

/** Makes months as posts need them and remembers which there are. */
export class Months {
  private readonly known = new Set<Month>();

  constructor(
    private readonly client: Client,
    private readonly names: Names,
  ) {}

  async ensure(months: Iterable<Month>): Promise<void> {
    const missing = [...new Set(months)].filter((month) => !this.known.has(month)).sort();
    for (const month of missing) {
      await this.create(month);
      this.known.add(month);
    }
  }

  /** After a month was dropped, here or by another process. */
  forget(): void {
    this.known.clear();
  }

  /** All months of the archive, oldest first, with the index that each is written to. */
  async all(): Promise<{ readonly month: Month; readonly version: number; readonly index: string }[]> {
    try {
      const answer = await asking(this.client.indices.getAlias({ name: this.names.readAlias }));
      return Object.keys(answer)
        .flatMap((index) => {
          const parts = partsOfIndex(index);
          return parts ? [{ ...parts, index }] : [];
        })
        .sort((a, b) => (a.month < b.month ? -1 : 1));
    } catch (error) {
      if (statusOf(error) === 404 || isMissingIndex(error)) return [];
      throw error;
    }
  }

  /** Indices of older template versions, oldest month first, also such as are behind no alias any more. */
  async outdated(): Promise<{ readonly month: Month; readonly index: string }[]> {
    const answer = await asking(
      this.client.indices.get({
        index: this.names.allVersions,
        allow_no_indices: true,
        features: ['aliases'],
      }),
    );
    return Object.keys(answer)
      .flatMap((index) => {
        const parts = partsOfIndex(index);
        return parts && parts.version < this.names.version ? [{ month: parts.month, index }] : [];
      })
      .sort((a, b) => (a.index < b.index ? -1 : 1));
  }

  /** An index that lost its aliases, or that was made by hand. */
  private async adopt(month: Month): Promise<void> {
    const index = this.names.monthIndex(month);
    const aliases = [this.names.readAlias, this.names.writeAlias(month)];
    await asking(
      this.client.indices.updateAliases({ actions: aliases.map((alias) => ({ add: { index, alias } })) }),
    );
  }

  /** The aliases come with the index, in one step: another process finds both or neither. */
  private async create(month: Month): Promise<void> {
    const alias = this.names.writeAlias(month);
    if (await asking(this.client.indices.existsAlias({ name: alias }))) return;
    try {
      await asking(
        this.client.indices.create({
          index: this.names.monthIndex(month),
          aliases: { [this.names.readAlias]: {}, [alias]: {} },
          wait_for_active_shards: 1,
        }),
      );
    } catch (error) {
      if (!isThereAlready(error)) throw error;
      if (!(await asking(this.client.indices.existsAlias({ name: alias })))) await this.adopt(month);
    }
  }
}

const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'statusCode' in error
    ? (error as { statusCode?: number }).statusCode
    : undefined;
