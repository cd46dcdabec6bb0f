import { z } from 'zod';
import { IssueCard, IssueChangeKind } from '../issue-changes.js';
import { InboxItem } from './inbox-views.js';

/**
 * Server-sent events of GET /api/live?region=R. The SSE `event` is the type, `id` resumes after it (Last-Event-ID).
 * `resync`: the server no longer has everything since that id: load the screen anew.
 */
export const LiveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('issue'), change: IssueChangeKind, card: IssueCard }),
  z.object({ type: z.literal('inbox'), item: InboxItem }),
  z.object({ type: z.literal('source'), sourceId: z.string(), state: z.string(), detail: z.string() }),
  z.object({ type: z.literal('resync') }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
