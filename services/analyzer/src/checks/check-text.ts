import type { CollectedPost } from '@kentongan/contracts';
import { tokenize } from '@kentongan/language';
import { type AnalysisParts, analyzePost } from '../analyze-post.pipeline.js';
import type { Regions } from '../regions.js';
import type { CheckAnswer, CheckRequest } from '../worker-protocol.js';

const matchesMax = 5;
const noTime = new Date(0).toISOString();

/** Reads a text as a post of the region would be read, and learns nothing from it: nobody posted it. Who asks whether
 * a text is true wants to know how near it is to a hoax, whatever the text does with it: nothing is held back here.
 */
export function checkText(check: CheckRequest, regions: Regions, parts: AnalysisParts): CheckAnswer {
  const analysis = analyzePost(postOf(check), regions.of(check.regionId), parts);
  const matches = parts.hoaxMemory.matches(tokenize(check.asked), matchesMax, check.regionId);
  return { analysis: { ...analysis, hoaxMatch: matches[0] ?? null }, matches };
}

/** `historical` posts are only held against the memory; a live one would teach it which words are in use. */
function postOf({ text, url }: CheckRequest): CollectedPost {
  return {
    postId: 'check:text',
    revision: 1,
    mode: 'historical',
    platform: url === undefined ? 'check' : 'web',
    text,
    createdAt: noTime,
    firstCreatedAt: noTime,
    fetchedAt: noTime,
    foundBy: ['check'],
    deleted: false,
    ...(url === undefined ? {} : { url }),
  };
}
