import { z } from 'zod';
import { eventType, Instant } from './event.js';
import { logStream } from './stream.js';

export const ChannelKind = z.enum(['inbox', 'webhook']);
export type ChannelKind = z.infer<typeof ChannelKind>;

export const DeliveryStatus = z.enum(['delivered', 'failed']);

/** A message about an issue reached a person or a system, or finally did not. */
export const AlertDelivered = eventType(
  'alert.delivered',
  1,
  z.object({
    deliveryId: z.string().max(64),
    issueId: z.string().max(64),
    issueVersion: z.int().positive(),
    channel: ChannelKind,
    /** User id, or the id of a webhook. */
    recipient: z.string().max(120),
    status: DeliveryStatus,
    detail: z.string().max(500),
    at: Instant,
  }),
);

export const alertsDelivered = logStream('alerts.delivered', {
  events: [AlertDelivered],
  key: (event) => event.data.issueId,
  partitions: 3,
  retentionHours: 7 * 24,
});
