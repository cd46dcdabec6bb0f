import { describe, expect, it } from '@jest/globals';
import type { SignalCopies } from '@kentongan/contracts';
import { budi, issueCard, issueEvent, rina } from '../testing/issue-changes.js';
import { planAlerts } from './plan-alerts.js';

const webhook = {
  webhookId: 'w-1',
  regionId: 'kota-uji',
  name: 'Ruang kendali',
  minimumLevel: 'high',
} as const;
const parts = {
  people: {
    dutyOfficersOf: (regionId: string) => (regionId === 'kota-uji' ? [rina, budi, rina] : []),
    agencyNameOf: () => 'PDAM Kota Uji',
  },
  webhooks: [webhook, { ...webhook, webhookId: 'w-2', regionId: 'kota-lain' }],
  publicUrl: 'https://desk.example',
  at: '2026-11-22T06:00:01.000Z',
};
const recipients = (deliveries: readonly { channel: string; recipient: string }[]) =>
  deliveries.map(({ channel, recipient }) => `${channel} ${recipient}`);

const copies: SignalCopies = {
  posts: 18,
  firstAt: '2026-11-22T05:00:00.000Z',
  lastAt: '2026-11-22T05:13:20.000Z',
  accounts: 15,
  distinctSources: 2,
  sources: [{ value: 'rss-uji', count: 18 }],
  firstPost: { postId: 'uji:1', createdAt: '2026-11-22T05:00:00.000Z', excerpt: 'Air keruh sejak pagi' },
  textKeys: ['teks-1'],
};

describe('the plan of a batch', () => {
  it('tells each duty officer of the region once, and a webhook from its own level on', () => {
    const medium = planAlerts(new Map(), [issueEvent('opened', issueCard('medium'))], parts);
    expect(recipients(medium.deliveries)).toEqual(['inbox u-rina', 'inbox u-budi']);
    const high = planAlerts(medium.told, [issueEvent('signalled', issueCard('high', 2))], parts);
    expect(recipients(high.deliveries)).toEqual(['inbox u-rina', 'inbox u-budi', 'webhook w-1']);
    expect(high.items.map(({ why }) => why)).toEqual(['levelRose', 'levelRose']);
  });

  it('keeps one item for each person and issue, and says why now', () => {
    const plan = planAlerts(
      new Map(),
      [
        issueEvent('opened', issueCard('medium')),
        issueEvent('signalled', issueCard('critical', 2)),
        issueEvent('opened', issueCard('high', 1, { issueId: 'is-2' })),
      ],
      parts,
    );
    expect(plan.items.map(({ recipient, card, why }) => `${recipient} ${card.issueId} ${why}`)).toEqual([
      'u-rina is-1 levelRose',
      'u-budi is-1 levelRose',
      'u-rina is-2 opened',
      'u-budi is-2 opened',
    ]);
    expect(plan.items[0]?.whyNow).toEqual({
      count: 27,
      norm: 1.4,
      windowMinutes: 60,
      distinctAuthors: 19,
      firstPostAt: '2026-11-22T06:00:00.000Z',
    });
    expect(new Set(plan.deliveries.map(({ deliveryId }) => deliveryId)).size).toBe(plan.deliveries.length);
  });

  it('says how many posts pass on one text: counts and times, no post, account or source', () => {
    const card = issueCard('critical');
    const signal = { ...card.signal!, copies };
    const { items, deliveries } = planAlerts(new Map(), [issueEvent('opened', { ...card, signal })], parts);
    const told = {
      count: 18,
      minutes: 14,
      distinctAuthors: 15,
      distinctSources: 2,
      firstPostAt: copies.firstAt,
    };
    expect(items[0]?.whyNow?.copies).toEqual(told);
    const body = deliveries.find(({ channel }) => channel === 'webhook')?.body ?? '';
    expect(JSON.parse(body)).toMatchObject({ whyNow: { copies: told } });
    expect(body).not.toMatch(/rss-uji|uji:1|teks-1|Air keruh sejak/);
  });

  it('asks everybody but the author for approval, and the agency for evidence', () => {
    const card = issueCard('critical', 3, { agencyId: 'pdam' });
    const approval = planAlerts(new Map(), [issueEvent('submitted', card, rina)], parts);
    expect(recipients(approval.deliveries)).toEqual(['inbox u-budi']);
    const evidence = planAlerts(new Map(), [issueEvent('evidenceRequested', card, rina)], parts);
    expect(recipients(evidence.deliveries)).toEqual(['inbox agency:pdam']);
    expect(evidence.deliveries[0]?.recipientName).toBe('PDAM Kota Uji');
  });

  it('gives the same message the same id and the same bytes, whoever plans it', () => {
    const plan = () => planAlerts(new Map(), [issueEvent('opened', issueCard('critical'))], parts).deliveries;
    expect(plan()).toEqual(plan());
    const body = plan().find(({ channel }) => channel === 'webhook')?.body ?? '';
    expect(JSON.parse(body)).toMatchObject({
      type: 'issue.alert',
      issueId: 'is-1',
      regionId: 'kota-uji',
      level: 'critical',
      title: 'Air keruh di Kelurahan Contoh',
      state: 'detected',
      why: 'opened',
      whyNow: { count: 27, norm: 1.4 },
      url: 'https://desk.example/isu/is-1',
    });
    expect(body).not.toMatch(/hoaks|hoax/i);
  });
});
