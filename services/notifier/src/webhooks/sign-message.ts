import { createHmac } from 'node:crypto';
import type { Secret } from '@kentongan/platform';

/**
 * The value of X-Kentongan-Signature: HMAC-SHA-256 over the body's raw bytes. The body holds the delivery id and the
 * time of the alert, so the signature covers them; the time of sending in X-Kentongan-Timestamp is for the log.
 */
function signatureOf(body: string, secret: Secret): string {
  return `sha256=${createHmac('sha256', secret.reveal()).update(body, 'utf8').digest('hex')}`;
}

/** Everything a receiver needs to check and to know repeats by. */
export function webhookHeaders(
  message: { readonly deliveryId: string; readonly body: string },
  secret: Secret,
  now: number,
): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-kentongan-delivery': message.deliveryId,
    'x-kentongan-timestamp': String(Math.floor(now / 1_000)),
    'x-kentongan-signature': signatureOf(message.body, secret),
  };
}
