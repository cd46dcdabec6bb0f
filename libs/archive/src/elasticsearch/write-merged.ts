import type { Client, estypes } from '@elastic/elasticsearch';
import type { ArchivedPost } from '../archive.port.js';
import { monthOf } from '../month.js';
import type { Bulk, Guard, WriteResult } from './bulk.js';
import { ArchiveOutage, asking } from './failures.js';
import type { Months } from './months.js';
import { documentId, type Names } from './names.js';
import { archivedOf, documentJson, readFields, type StoredPost } from './stored-post.js';

/** One post that is to change, and how. */
export interface Change {
  readonly postId: string;
  readonly firstCreatedAt: string;
  /** Given what is stored (null = nothing); null = leave it as it is. */
  readonly merge: (stored: ArchivedPost | null) => ArchivedPost | null;
}

export type ChangeResult =
  | { readonly kind: 'written' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'invalid'; readonly detail: string };

interface Writer {
  readonly client: Client;
  readonly names: Names;
  readonly months: Months;
  readonly bulk: Bulk;
}

interface OpenChange {
  readonly at: number;
  readonly change: Change;
  readonly stored: (Guard & { readonly post: ArchivedPost }) | null;
}

/** Two writers that meet each win in turn; past this someone writes one post for ever. */
const roundsMax = 20;

/**
 * Read, merge, write, and again where someone else wrote in between: no write can undo a newer one, whoever sends it
 * and however late it arrives. Most posts are new, so the first round writes without reading.
 */
export async function writeMerged(
  writer: Writer,
  regionId: string,
  changes: readonly Change[],
  options: { readonly readsFirst?: boolean } = {},
): Promise<ChangeResult[]> {
  const results: ChangeResult[] = new Array(changes.length);
  let open: OpenChange[] = changes.map((change, at) => ({ at, change, stored: null }));
  if (options.readsFirst) open = await readAgain(writer, regionId, open);
  for (let round = 1; open.length > 0; round += 1) {
    if (round > roundsMax)
      throw new ArchiveOutage(`${open.length} posts are being written by others all the time`);
    const conflicts: OpenChange[] = [];
    const wanted = open.flatMap((each) => {
      const merged = each.change.merge(each.stored?.post ?? null);
      if (!merged) results[each.at] = { kind: 'unchanged' };
      return merged ? [{ ...each, merged }] : [];
    });
    await writer.months.ensure(wanted.map(({ change }) => monthOf(change.firstCreatedAt)));
    const written = await writer.bulk.write(
      wanted.map(({ change, stored, merged }) => ({
        id: documentId(regionId, change.postId),
        target: writer.names.writeAlias(monthOf(change.firstCreatedAt)),
        body: documentJson(merged),
        guard: stored ?? 'new',
      })),
    );
    for (const [i, result] of written.entries()) settle(result, wanted[i]!);
    open = await readAgain(writer, regionId, conflicts);

    function settle(result: WriteResult, each: OpenChange): void {
      if (result.kind === 'noIndex') writer.months.forget();
      if (result.kind === 'written' || result.kind === 'invalid') results[each.at] = result;
      else conflicts.push(each);
    }
  }
  return results;
}

async function readAgain(
  { client, names }: Writer,
  regionId: string,
  open: readonly OpenChange[],
): Promise<OpenChange[]> {
  if (open.length === 0) return [];
  const { docs } = await asking(
    client.mget<StoredPost>({
      docs: open.map(({ change }) => ({
        _index: names.writeAlias(monthOf(change.firstCreatedAt)),
        _id: documentId(regionId, change.postId),
      })),
      _source: readFields,
      realtime: true,
    }),
  );
  return open.map((each, i) => ({ ...each, stored: storedIn(docs[i]!) }));
}

function storedIn(found: estypes.MgetResponseItem<StoredPost>): OpenChange['stored'] {
  if ('error' in found) {
    if (found.error.type === 'index_not_found_exception') return null;
    throw new ArchiveOutage(`a post cannot be read: ${found.error.reason}`);
  }
  if (!found.found || !found._source) return null;
  return { post: archivedOf(found._source), seqNo: found._seq_no!, primaryTerm: found._primary_term! };
}
