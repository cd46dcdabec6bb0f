import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  alertsDelivered,
  CreatedWebhookView,
  DeliveryView,
  decodeEvent,
  type InboxView,
} from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import pg from 'pg';
import { AlertStore } from './alerts/alert.store.js';
import { notifierSchema as s } from './notifier.schema.js';
import {
  budi,
  configure,
  issueCard,
  issueEvent,
  kotaUji,
  publishChanges,
  rina,
} from './testing/issue-changes.js';
import {
  createClock,
  eventually,
  type NotifierApplication,
  prepare,
  startNotifier,
} from './testing/notifier-application.js';

describe('the notifier', () => {
  let database: TestDatabase;
  let port: StreamPort;
  let notifier: NotifierApplication;
  beforeAll(async () => {
    database = await createTestDatabase();
    port = createPostgresLog({ pool: database.pool });
    await prepare(database.url, port);
    await configure(port, kotaUji);
    notifier = await startNotifier(database.pool, port, createClock());
  });
  afterAll(async () => {
    await notifier.close();
    await port.close();
    await database.drop();
  });

  const inboxOf = async (userId: string, agencyId?: string) => {
    const caller = agencyId === undefined ? { userId } : { userId, role: 'agency' as const, agencyId };
    const { body } = await notifier.ask(caller, 'GET', '/api/inbox?region=kota-uji');
    return body as InboxView;
  };
  const itemOf = async (userId: string, issueId: string) =>
    (await inboxOf(userId)).items.find((item) => item.issueId === issueId);
  const told = (issueId: string, version: number) =>
    eventually(
      async () =>
        (await database.pool.query(`SELECT version FROM ${s}.told_issues WHERE issue_id = $1`, [issueId]))
          .rows[0]?.version,
      (seen) => seen === version,
    );

  it('puts one item for each duty officer into the inbox, and brings it up again when the level rises', async () => {
    await publishChanges(port, [issueEvent('opened', issueCard('medium'))]);
    await told('is-1', 1);
    expect(await itemOf('u-rina', 'is-1')).toEqual({
      itemId: 'is-1',
      issueId: 'is-1',
      regionId: 'kota-uji',
      title: 'Air keruh di Kelurahan Contoh',
      level: 'medium',
      why: 'opened',
      whyNow: expect.objectContaining({ count: 27, norm: 1.4 }),
      at: expect.any(String),
      readAt: null,
    });
    expect(await inboxOf('u-siti')).toEqual({ items: [], unread: 0 });
    const read = await notifier.ask(rina, 'POST', '/api/inbox/read', {
      region: 'kota-uji',
      itemIds: ['is-1'],
    });
    expect(read).toMatchObject({ status: 200, body: { unread: 0 } });
    expect(await inboxOf('u-budi')).toMatchObject({ unread: 1 });

    await publishChanges(port, [issueEvent('signalled', issueCard('medium', 2))]);
    await told('is-1', 2);
    expect((await itemOf('u-rina', 'is-1'))?.readAt).not.toBeNull();
    await publishChanges(port, [issueEvent('signalled', issueCard('critical', 3))]);
    await told('is-1', 3);
    expect(await itemOf('u-rina', 'is-1')).toMatchObject({
      level: 'critical',
      why: 'levelRose',
      readAt: null,
    });
    expect((await inboxOf('u-rina')).items).toHaveLength(1);
  });

  it('tells nobody of low issues and of regions that replay the past', async () => {
    const past = issueCard('critical', 1, { issueId: 'is-past', mode: 'historical' });
    const low = issueCard('low', 1, { issueId: 'is-low' });
    await publishChanges(port, [issueEvent('opened', past), issueEvent('opened', low)]);
    await told('is-past', 1);
    await told('is-low', 1);
    const { rows } = await database.pool.query(
      `SELECT 1 FROM ${s}.deliveries WHERE issue_id IN ('is-past', 'is-low')`,
    );
    expect(rows).toHaveLength(0);
  });

  it('asks an agency for evidence in the inbox that its people share', async () => {
    const card = issueCard('low', 1, { issueId: 'is-evidence', agencyId: 'pdam' });
    await publishChanges(port, [issueEvent('evidenceRequested', card, rina)]);
    await told('is-evidence', 1);
    const inbox = await inboxOf('u-pdam', 'pdam');
    expect(inbox.items).toMatchObject([{ itemId: 'is-evidence@agency', why: 'evidenceNeeded' }]);
    expect((await inboxOf('u-dinkes', 'dinkes')).items).toEqual([]);
    const pdam = { userId: 'u-pdam', role: 'agency', agencyId: 'pdam' } as const;
    const read = await notifier.ask(pdam, 'POST', '/api/inbox/read', { region: 'kota-uji' });
    expect(read.body).toMatchObject({ unread: 0 });
  });

  it('keeps one ledger of who was told, and says so on the stream, why included', async () => {
    await publishChanges(port, [issueEvent('opened', issueCard('high', 1, { issueId: 'is-ledger' }), rina)]);
    await told('is-ledger', 1);
    const { body } = await notifier.ask(budi, 'GET', '/api/deliveries?issueId=is-ledger');
    expect(body).toEqual([
      expect.objectContaining({
        channel: 'inbox',
        recipient: 'u-budi',
        recipientName: 'Budi',
        status: 'delivered',
      }),
    ]);
    expect(DeliveryView.array().safeParse(body).success).toBe(true);
    const elsewhere = { userId: 'u-jauh', regionIds: ['kota-lain'] };
    expect((await notifier.ask(elsewhere, 'GET', '/api/deliveries?issueId=is-ledger')).body).toEqual([]);
    const alerts = await eventually(delivered, (events) =>
      events.some(({ issueId }) => issueId === 'is-ledger'),
    );
    expect(alerts.find(({ issueId }) => issueId === 'is-ledger')).toMatchObject({
      channel: 'inbox',
      recipient: 'u-budi',
      status: 'delivered',
      detail: 'opened',
    });
  });

  it('lets nobody into the inbox of others, and refuses what it cannot read in two languages', async () => {
    const others = { userId: 'u-rina', regionIds: ['kota-lain'] };
    expect((await notifier.ask(others, 'GET', '/api/inbox?region=kota-uji')).status).toBe(403);
    expect((await notifier.ask(others, 'POST', '/api/inbox/read', { region: 'kota-uji' })).status).toBe(403);
    for (const [method, path, body] of [
      ['GET', '/api/inbox'],
      ['GET', '/api/inbox?region=kota-uji&user=u-budi'],
      ['POST', '/api/inbox/read', { region: 'kota-uji', userId: 'u-budi' }],
      ['POST', '/api/inbox/read', { region: 'kota-uji', itemIds: 'is-1' }],
      ['GET', '/api/deliveries'],
    ] as const) {
      const answer = await notifier.ask(rina, method, path, body);
      expect([path, answer.status]).toEqual([path, 400]);
      expect(answer.body).toMatchObject({
        error: { code: 'badParameters', message: { id: expect.any(String), en: expect.any(String) } },
      });
    }
  });

  it('lets administrators alone keep webhooks, of their own regions, and shows a secret once', async () => {
    const webhook = { region: 'kota-uji', name: 'Ruang kendali', url: 'https://kendali.example/masuk' };
    expect((await notifier.ask(rina, 'POST', '/api/webhooks', webhook)).status).toBe(403);
    const admin = { userId: 'u-admin', role: 'admin' } as const;
    const elsewhere = { ...admin, regionIds: ['kota-lain'] };
    expect((await notifier.ask(elsewhere, 'POST', '/api/webhooks', webhook)).status).toBe(403);
    for (const url of ['ftp://kendali.example', 'https://admin:rahasia@kendali.example', 'kendali'])
      expect((await notifier.ask(admin, 'POST', '/api/webhooks', { ...webhook, url })).status).toBe(400);
    const made = await notifier.ask(admin, 'POST', '/api/webhooks', webhook);
    expect(made.status).toBe(201);
    const { webhook: view, secret } = CreatedWebhookView.parse(made.body);
    const list = await notifier.ask(admin, 'GET', '/api/webhooks');
    expect(list.body).toEqual([view]);
    expect(JSON.stringify(list.body)).not.toContain(secret);
    expect((await notifier.ask(elsewhere, 'GET', '/api/webhooks')).body).toEqual([]);
    const path = `/api/webhooks/${view.webhookId}`;
    expect((await notifier.ask(elsewhere, 'DELETE', path)).status).toBe(404);
    expect((await notifier.ask(admin, 'DELETE', path)).status).toBe(204);
    expect((await notifier.ask(admin, 'DELETE', path)).status).toBe(404);
  });

  const delivered = async () => {
    const partitions = Array.from({ length: alertsDelivered.partitions }, (_, each) => each);
    const records = await Promise.all(
      partitions.map((each) => port.read(alertsDelivered.name, each, 0, 1_000)),
    );
    return records.flat().map(({ value }) => {
      const decoded = decodeEvent(alertsDelivered, value!);
      if (!decoded.ok) throw new Error(decoded.detail);
      return decoded.event.data;
    });
  };
});

describe('three notifiers at once', () => {
  let database: TestDatabase;
  const opened: { pool: pg.Pool; port: StreamPort; notifier: NotifierApplication }[] = [];
  beforeEach(async () => {
    database = await createTestDatabase();
    const port = createPostgresLog({ pool: database.pool });
    await prepare(database.url, port);
    await configure(port, kotaUji);
    await port.close();
  });
  afterEach(async () => {
    for (const { pool, port, notifier } of opened.splice(0)) {
      await notifier.close();
      await port.close();
      await pool.end();
    }
    await database.drop();
  });

  it('tell each person of each issue exactly once, though every change comes three times', async () => {
    await startThree();
    const changes = Array.from({ length: 200 }, (_, i) =>
      issueEvent('opened', issueCard('high', 1, { issueId: `is-${i}` })),
    );
    await Promise.all(opened.map(({ port }) => publishChanges(port, changes)));
    await eventually(
      () => opened[0]!.notifier.lag(),
      (lag) => lag === 0,
    );
    expect(await counted()).toEqual({ deliveries: 400, items: 400, told: 200 });
  });

  it('that take the same changes at the same moment share them between themselves', async () => {
    const changes = Array.from({ length: 200 }, (_, i) =>
      issueEvent('opened', issueCard('high', 1, { issueId: `is-${i}` })),
    );
    await startThree();
    const fresh = await Promise.all(
      opened.map(({ notifier }, each) =>
        notifier.app.get(AlertStore).take(each === 1 ? [...changes].reverse() : changes, Date.now()),
      ),
    );
    expect(fresh.reduce((sum, { size }) => sum + size, 0)).toBe(200);
    expect(await counted()).toEqual({ deliveries: 400, items: 400, told: 200 });
  });

  const startThree = async () => {
    for (let each = 0; each < 3; each += 1) {
      const pool = new pg.Pool({ connectionString: database.url, max: 6 });
      const port = createPostgresLog({ pool });
      opened.push({ pool, port, notifier: await startNotifier(pool, port, createClock()) });
    }
  };
  const counted = async () => {
    const { rows } = await database.pool.query(
      `SELECT (SELECT count(*)::int FROM ${s}.deliveries) AS deliveries,
         (SELECT count(*)::int FROM ${s}.inbox_items) AS items,
         (SELECT count(*)::int FROM ${s}.told_issues WHERE version = 1) AS told`,
    );
    return rows[0];
  };
});
