import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { alertsDelivered, CreatedWebhookView } from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { notifierSchema as s } from './notifier.schema.js';
import { configure, issueCard, issueEvent, kotaUji, publishChanges } from './testing/issue-changes.js';
import { type Behaviour, MisbehavingReceiver } from './testing/misbehaving-receiver.js';
import {
  createClock,
  eventually,
  type NotifierApplication,
  prepare,
  startNotifier,
} from './testing/notifier-application.js';
import { WebhookQueueStore } from './webhooks/webhook-queue.store.js';
import { WebhookSender } from './webhooks/webhook-sender.js';

const admin = { userId: 'u-admin', role: 'admin' } as const;

describe('webhooks', () => {
  const receiver = new MisbehavingReceiver();
  const clock = createClock();
  let database: TestDatabase;
  let port: StreamPort;
  let notifier: NotifierApplication;
  let webhookId: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    port = createPostgresLog({ pool: database.pool });
    await prepare(database.url, port);
    await configure(port, kotaUji);
    await receiver.open();
    notifier = await startNotifier(database.pool, port, clock, { http: receiver.client() });
    const body = { region: 'kota-uji', name: 'Kendali', url: 'http://kendali.example/masuk' };
    const made = CreatedWebhookView.parse((await notifier.ask(admin, 'POST', '/api/webhooks', body)).body);
    webhookId = made.webhook.webhookId;
    receiver.secret = made.secret;
  });
  afterAll(async () => {
    await notifier.close();
    receiver.close();
    await port.close();
    await database.drop();
  });

  const open = (name: string, count: number) =>
    publishChanges(
      port,
      Array.from({ length: count }, (_, i) =>
        issueEvent('opened', issueCard('high', 1, { issueId: `${name}-${i}` })),
      ),
    );
  const ledger = async (name: string) =>
    (
      await database.pool.query<{ status: string; attempts: number; detail: string; delivery_id: string }>(
        `SELECT status, attempts, detail, delivery_id FROM ${s}.deliveries
         WHERE channel = 'webhook' AND issue_id LIKE $1`,
        [`${name}-%`],
      )
    ).rows;
  /** Lets time pass until nothing waits any more. */
  const settled = (name: string, count: number) =>
    eventually(
      async () => {
        clock.aheadMilliseconds += 5_000;
        notifier.app.get(WebhookSender).wake();
        return ledger(name);
      },
      (rows) => rows.length === count && rows.every(({ status }) => status !== 'pending'),
    );

  it('reach a receiver that fails, hangs, resets and asks for patience: each message, signed, under one id', async () => {
    const faults: readonly Behaviour[] = [500, 'hang', 'reset', 'tooMany', 400];
    const order = new Map<string, Behaviour>();
    receiver.behave = (deliveryId, attempt) => {
      const fault = order.get(deliveryId) ?? faults[order.size % faults.length]!;
      order.set(deliveryId, fault);
      return attempt === 1 || fault === 400 ? fault : 200;
    };
    await open('faulty', 30);
    const rows = await settled('faulty', 30);
    for (const fault of faults) expect([fault, receiver.count(fault)]).toEqual([fault, 6]);
    expect(receiver.count(200)).toBe(24);
    expect(receiver.received.every(({ isSigned }) => isSigned)).toBe(true);
    for (const { delivery_id, status, attempts, detail } of rows) {
      const copies = receiver.received.filter(({ deliveryId }) => deliveryId === delivery_id);
      const isRefused = copies[0]?.behaviour === 400;
      expect([status, attempts, detail]).toEqual(
        isRefused ? ['failed', 1, 'HTTP 400'] : ['delivered', 2, 'HTTP 200'],
      );
      expect(copies).toHaveLength(isRefused ? 1 : 2);
      expect(new Set(copies.map(({ body }) => body)).size).toBe(1);
      expect(copies[0]?.body).toContain(delivery_id);
    }
  });

  it('give up after eight tries, and the webhook shows how it went', async () => {
    receiver.behave = () => 503;
    await open('broken', 1);
    const before = receiver.received.length;
    const waited = clock.aheadMilliseconds;
    expect(await settled('broken', 1)).toMatchObject([
      { status: 'failed', attempts: 8, detail: 'HTTP 503, 8 tries' },
    ]);
    expect(receiver.received.length - before).toBe(8);
    expect(clock.aheadMilliseconds - waited).toBeGreaterThan(400_000);
    const { body } = await notifier.ask(admin, 'GET', '/api/webhooks');
    expect(body).toMatchObject([{ webhookId, lastStatus: expect.stringContaining('HTTP 503') }]);
  });

  it('are told again under the same id when the notifier dies between sending and writing it down', async () => {
    receiver.behave = () => 200;
    const queue = notifier.app.get(WebhookQueueStore);
    const record = queue.record.bind(queue);
    let killed = 0;
    queue.record = async () => {
      killed += 1;
      if (killed === 3) queue.record = record;
      throw new Error('killed');
    };
    const before = receiver.received.length;
    await open('killed', 3);
    const rows = await settled('killed', 3);
    expect(killed).toBe(3);
    const copies = receiver.received.slice(before);
    expect(copies).toHaveLength(6);
    for (const { delivery_id, status, attempts } of rows) {
      expect([status, attempts]).toEqual(['delivered', 2]);
      expect(copies.filter(({ deliveryId }) => deliveryId === delivery_id)).toHaveLength(2);
    }
  });

  it('never leave for an address inside', async () => {
    const body = { region: 'kota-uji', name: 'Dalam', url: 'http://169.254.169.254/latest/meta-data' };
    const made = CreatedWebhookView.parse((await notifier.ask(admin, 'POST', '/api/webhooks', body)).body);
    const before = receiver.received.length;
    await open('inside', 1);
    const rows = await settled('inside', 2);
    expect(rows.map(({ status, detail }) => `${status} ${detail}`).sort()).toEqual([
      'delivered HTTP 200',
      'failed forbiddenAddress',
    ]);
    expect(receiver.received.length - before).toBe(1);
    await notifier.ask(admin, 'DELETE', `/api/webhooks/${made.webhook.webhookId}`);
  });

  it('say on the stream what became of each, once', async () => {
    const wanted = await database.pool.query(
      `SELECT 1 FROM ${s}.deliveries WHERE channel = 'webhook' AND status <> 'pending'`,
    );
    const read = async () => {
      const records = await Promise.all(
        [0, 1, 2].map((each) => port.read(alertsDelivered.name, each, 0, 1_000)),
      );
      const told = records
        .flat()
        .map(
          ({ value }) =>
            JSON.parse(Buffer.from(value!).toString()) as { id: string; data: { channel: string } },
        );
      return told.filter(({ data }) => data.channel === 'webhook').map(({ id }) => id);
    };
    const ids = await eventually(read, (found) => new Set(found).size >= (wanted.rowCount ?? 0));
    expect(new Set(ids).size).toBe(wanted.rowCount);
  });
});
