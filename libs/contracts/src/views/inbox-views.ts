import { z } from 'zod';
import { PriorityLevel } from '../desk.js';
import { Instant } from '../event.js';
import type { IssueCard } from '../issue-changes.js';
import { copiesMinutes, type SignalCopies } from '../issues.js';

/** Why an alert comes now, in numbers: what came, and what is usual (null while the norm is being learned). */
export const WhyNow = z.object({
  count: z.int().nonnegative(),
  norm: z.number().nonnegative().nullable(),
  windowMinutes: z.int().positive(),
  distinctAuthors: z.int().nonnegative(),
  firstPostAt: Instant,
  /** How many of the posts share one text but for a few words, in how many minutes; absent when hardly any do. */
  copies: z
    .object({
      count: z.int().positive(),
      minutes: z.int().positive(),
      distinctAuthors: z.int().nonnegative(),
      distinctSources: z.int().nonnegative(),
      firstPostAt: Instant,
    })
    .optional(),
});
export type WhyNow = z.infer<typeof WhyNow>;

/** The numbers of an issue's latest signal; null for an issue that a person opened by hand. */
export function whyNowOf({ signal }: Pick<IssueCard, 'signal'>): WhyNow | null {
  if (!signal) return null;
  const { count, norm, windowMinutes, distinctAuthors, firstPost, copies } = signal;
  const numbers = { count, norm, windowMinutes, distinctAuthors, firstPostAt: firstPost.createdAt };
  return copies ? { ...numbers, copies: copiesOf(copies) } : numbers;
}

const copiesOf = (copies: SignalCopies): NonNullable<WhyNow['copies']> => ({
  count: copies.posts,
  minutes: copiesMinutes(copies),
  distinctAuthors: copies.accounts,
  distinctSources: copies.distinctSources,
  firstPostAt: copies.firstPost.createdAt,
});

/** One line of a person's inbox: an issue, not a message, so that it never repeats. */
export const InboxItem = z.object({
  itemId: z.string(),
  issueId: z.string(),
  regionId: z.string(),
  title: z.string(),
  level: PriorityLevel,
  /** Why it came (again): `opened`, `levelRose`, `reopened`, `approvalNeeded`, `evidenceNeeded`. */
  why: z.enum(['opened', 'levelRose', 'reopened', 'approvalNeeded', 'evidenceNeeded']),
  whyNow: WhyNow.nullable().optional(),
  at: Instant,
  readAt: Instant.nullable(),
});
export type InboxItem = z.infer<typeof InboxItem>;

export const InboxView = z.object({ items: z.array(InboxItem), unread: z.int() });
export type InboxView = z.infer<typeof InboxView>;

export const InboxParameters = z.strictObject({ region: z.string().max(48) });
/** Without `itemIds`: everything in this region's inbox. */
export const InboxReadBody = z.strictObject({
  region: z.string().max(48),
  itemIds: z.array(z.string().max(140)).max(200).optional(),
});

export const WebhookView = z.object({
  webhookId: z.string(),
  regionId: z.string(),
  name: z.string(),
  url: z.string(),
  minimumLevel: PriorityLevel,
  isActive: z.boolean(),
  lastStatus: z.string().nullable(),
});
export const WebhookBody = z.strictObject({
  region: z.string().max(48),
  name: z.string().trim().min(1).max(200),
  url: z.url().max(2_000),
  minimumLevel: PriorityLevel.default('medium'),
});
/** The secret signs every message and is shown this once. */
export const CreatedWebhookView = z.object({ webhook: WebhookView, secret: z.string() });

export const DeliveryView = z.object({
  deliveryId: z.string(),
  issueId: z.string(),
  channel: z.string(),
  recipient: z.string(),
  /** As records named them then; null when no name was known. */
  recipientName: z.string().nullable().optional(),
  status: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.int(),
  detail: z.string(),
  at: Instant,
});
