import { everything, type PostArchive } from '@kentongan/archive';
import {
  type AnalyzedPost,
  encodeEvent,
  PostAnalyzed,
  postsAnalyzed,
  type Stream,
} from '@kentongan/contracts';
import type { OutgoingRecord } from '@kentongan/messaging';
import type { Effect, Issued } from '@kentongan/testing';

const platform = 'uji';
const textBefore = 'warga melapor ';
const instant = '2026-03-10T03:00:00.000Z';
const effectsMax = 1_000_000;

/** A stream of its own for one suite, with the events of the real one, spread by post so that all partitions work. */
export function suiteStream(name: string, partitions: number): Stream<typeof postsAnalyzed.events> {
  return { ...postsAnalyzed, name: `${name}.posts`, key: (event) => event.data.postId, partitions };
}

/** What the oracle issued, as an analysed post on its way to the archive. */
export function postRecord(regionId: string, { id, payload }: Issued, revision = 1): OutgoingRecord {
  const postId = `${platform}:${id}`;
  const value = encodeEvent({
    id: `${postId}:${revision}`,
    type: PostAnalyzed.type,
    v: PostAnalyzed.v,
    occurredAt: instant,
    regionId,
    correlationId: id,
    causationId: null,
    data: postOf(postId, revision, textOf(payload, revision)),
  });
  return { key: postId, value };
}

/** Every post of a region in the archive, as the judge wants it; a post of another text than its revision's is altered. */
export async function archivedEffects(
  archive: PostArchive,
  regionId: string,
  revision = 1,
): Promise<Effect[]> {
  const effects: Effect[] = [];
  for await (const posts of archive.export({ regionId, query: everything }, effectsMax))
    for (const post of posts) {
      const isWanted = post.revision === revision && post.text.endsWith(endOf(revision));
      const payload = post.text.slice(textBefore.length, post.text.length - endOf(revision).length);
      effects.push({
        id: post.postId.slice(platform.length + 1),
        payload: isWanted ? payload : `revision ${post.revision}: ${post.text}`,
      });
    }
  return effects;
}

const endOf = (revision: number): string => ` revisi ${revision}`;
const textOf = (payload: string, revision: number): string => `${textBefore}${payload}${endOf(revision)}`;

function postOf(postId: string, revision: number, text: string): AnalyzedPost {
  return {
    postId,
    revision,
    mode: 'live',
    platform,
    text,
    createdAt: instant,
    firstCreatedAt: instant,
    fetchedAt: instant,
    foundBy: ['umpan-uji'],
    deleted: false,
    analysis: {
      analysisVersion: 1,
      language: { code: 'id', confidence: 0.9 },
      sentiment: { label: 'neutral', confidence: 0.6 },
      places: [],
      subjects: [],
      postType: { label: 'other', confidence: 0.5 },
      nearCopyKey: null,
      hoaxMatch: null,
      hashtags: [],
      watchRules: [],
    },
  };
}
