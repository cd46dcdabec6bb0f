import type { CollectedPost } from '@kentongan/contracts';
import { demoSourceId, type SimulatedPost } from '@kentongan/kentongan/demo';

/** A post of the simulated city as the collector would have let it in. */
export const collectedOf = ({ post }: SimulatedPost): CollectedPost => ({
  postId: `${post.platform}:${post.id}`,
  revision: 1,
  mode: 'live',
  platform: post.platform ?? demoSourceId,
  text: post.text,
  createdAt: post.ts,
  firstCreatedAt: post.ts,
  fetchedAt: post.ts,
  foundBy: [demoSourceId],
  deleted: false,
  ...(post.url && { url: post.url }),
  ...(post.author && { authorKey: post.author }),
  ...(post.authorKind && { authorKind: post.authorKind }),
  ...(post.location && { location: post.location }),
});
