import {
  decodeEvent,
  type EventOf,
  encodeEvent,
  type PostCollected,
  postsCollected,
} from '@kentongan/contracts';
import { type AnalysisParts, analysisVersion, readPost } from './analyze-post.pipeline.js';
import type { Regions } from './regions.js';
import type { AnalysisFailure } from './worker-protocol.js';

export type AnalyzedMessage =
  | { readonly ok: true; readonly regionId: string; readonly value: Uint8Array }
  | { readonly ok: false; readonly reason: AnalysisFailure['reason']; readonly detail: string };

/** One message of posts.collected as a message of posts.analyzed. A measurement passes as it is. Never throws. */
export function analyzeMessage(bytes: Uint8Array, regions: Regions, parts: AnalysisParts): AnalyzedMessage {
  const decoded = decodeEvent(postsCollected, bytes);
  if (!decoded.ok) return decoded;
  const event = decoded.event;
  if (event.type === 'post.measured') return { ok: true, regionId: event.regionId, value: bytes };
  try {
    return { ok: true, regionId: event.regionId, value: encodeEvent(analyzedEvent(event, regions, parts)) };
  } catch (error) {
    // A text that breaks a step is poison: set aside with its reason, the posts behind it go on.
    return { ok: false, reason: 'poison', detail: String(error).slice(0, 500) };
  }
}

function analyzedEvent(event: EventOf<typeof PostCollected>, regions: Regions, parts: AnalysisParts) {
  const post = event.data;
  return {
    id: `post.analyzed|${post.postId}|${post.revision}.${analysisVersion}`.slice(0, 200),
    type: 'post.analyzed',
    v: 1,
    occurredAt: event.occurredAt,
    regionId: event.regionId,
    correlationId: event.correlationId,
    causationId: event.id,
    data: { ...post, ...readPost(post, regions.of(event.regionId), parts) },
  };
}
