import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Secret } from '@kentongan/platform';
import { webhookHeaders } from './sign-message.js';

describe('a signed message', () => {
  const secret = new Secret('rahasia-percobaan-penerima');
  const message = { deliveryId: 'd-1', body: '{"title":"Air keruh · Kelurahan Contoh"}' };

  it('can be checked by whoever knows the secret, over its bytes as they are', () => {
    const headers = webhookHeaders(message, secret, Date.parse('2026-11-22T06:00:00.900Z'));
    const wanted = createHmac('sha256', 'rahasia-percobaan-penerima')
      .update(Buffer.from(message.body))
      .digest('hex');
    expect(headers).toMatchObject({
      'x-kentongan-signature': `sha256=${wanted}`,
      'x-kentongan-delivery': 'd-1',
      'x-kentongan-timestamp': '1795327200',
    });
  });

  it('does not fit a changed byte or another secret', () => {
    const signature = (body: string, key: Secret) =>
      webhookHeaders({ ...message, body }, key, 0)['x-kentongan-signature'];
    expect(signature(`${message.body} `, secret)).not.toBe(signature(message.body, secret));
    expect(signature(message.body, new Secret('rahasia-lain'))).not.toBe(signature(message.body, secret));
  });
});
