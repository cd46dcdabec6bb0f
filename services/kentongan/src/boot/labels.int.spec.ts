import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildOpenApi } from '@kentongan/platform/openapi';
import { ComposedDesk, deskToken } from './testing/composed-desk.js';
import { labelsIn } from './testing/label-finder.js';
import { type Named, type Route, requestFor, routesOf } from './testing/sample-request.js';

const machine = `Bearer ${deskToken}`;
const region = 'kota-uji';
const person = { name: 'Rina Contoh', agencyId: null, regionIds: [] as string[] };
const claim =
  'Sebarkan segera: air ledeng seluruh kota dicampur racun tikus oleh orang tak dikenal tadi malam';
const fact = {
  id: '1',
  title: '[HOAKS] Air ledeng seluruh kota dicampur racun tikus',
  hoaxText: claim,
  conclusion:
    'Pesan itu hoaks. Foto ikan mati diambil di sungai lain pada 2019. Petugas menguras pipa induk.',
  publisher: 'Periksa Contoh',
};

describe('what the desk answers about a post that resembles a fact-check', () => {
  let desk: ComposedDesk;
  let routes: Route[];
  let named: Named;
  let admin: string;
  let document: ReturnType<typeof buildOpenApi>;
  beforeAll(async () => {
    desk = await ComposedDesk.start();
    document = buildOpenApi(desk.application);
    routes = routesOf(document);
    admin = await desk.bearerOf({ ...person, userId: 'u-uji', role: 'admin' });
    named = await fill();
  }, 60_000);
  afterAll(() => desk?.close());

  /** A stamped fact, posts that are copies of its text, and an issue about it up to a suggested answer. */
  async function fill(): Promise<Named> {
    await desk.untilOk('PUT', `/api/regions/${region}`, machine, {
      regionId: region,
      name: 'Kota Uji',
      mode: 'live',
      agencies: [{ agencyId: 'pdam', name: 'PDAM', subjects: ['water'] }],
      feeds: [],
      dutyOfficers: [{ userId: 'u-uji', name: person.name }],
    });
    await desk.untilOk('POST', '/api/facts/import?format=ndjson&source=uji', machine, JSON.stringify(fact));
    await resembles();
    const now = new Date().toISOString();
    const posts = ['1', '2', '3'].map((id) =>
      JSON.stringify({ id, platform: 'contoh', ts: now, text: claim }),
    );
    await desk.ask('POST', `/api/posts?region=${region}`, machine, `${posts.join('\n')}\n`);
    await desk.untilOk('GET', `/api/archive/posts/contoh:1?region=${region}`, machine);
    const opened = await desk.untilOk('POST', '/api/issues', admin, {
      region,
      title: 'Air ledeng dikabarkan beracun',
      text: claim,
      factId: 'uji:1',
    });
    const { card } = JSON.parse(opened.text) as { card: { issueId: string; version: number } };
    const move = { move: 'triage', version: card.version, route: 'debunk', agencyId: 'pdam' };
    await desk.untilOk('POST', `/api/issues/${card.issueId}/moves`, admin, move);
    return { region, regionId: region, issueId: card.issueId, factId: 'uji:1', id: 'contoh:1', text: claim };
  }

  /** The analyzer learns of facts a moment later. */
  async function resembles(): Promise<void> {
    for (let tries = 0; tries < 150; tries += 1) {
      const { text } = await desk.untilOk('POST', '/api/checks', admin, { region, text: claim });
      if (text.includes('uji:1')) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the text never came to resemble the fact');
  }

  it('names it nowhere a hoax: no screen, export or message, before a person confirmed', async () => {
    const said: string[] = [];
    const about: string[] = [];
    for (const route of routes.filter(
      ({ method, path }) => method === 'get' || /check$|proposal$/.test(path),
    )) {
      const { path, body } = requestFor(route, named, document);
      const { status, text } = await desk.ask(route.method, path, admin, body);
      if (status !== 200) continue;
      if (/uji:1|racun tikus/.test(text)) about.push(route.operationId);
      said.push(...labelsIn(parsed(text)).map((line) => `${route.operationId} ${line}`));
    }
    expect(said).toEqual([]);
    // The answers above were about the matter: the test is not green for want of data.
    expect(about).toEqual(
      expect.arrayContaining([
        'Archive.search',
        'Archive.post',
        'Facts.view',
        'Issues.list',
        'Issues.view',
        'Drafter.propose',
      ]),
    );
  });

  it('would be caught saying it', () => {
    expect(
      labelsIn({
        card: { title: 'Hoaks air', factTitle: '[HOAKS] Air' },
        posts: [{ note: 'terbukti hoax' }],
      }),
    ).toEqual(['.card.title: Hoaks air', '.posts.*.note: terbukti hoax']);
    expect(
      labelsIn({
        evidence: [
          { kind: 'statement', quote: 'hoaks' },
          { kind: 'factCheck', quote: 'hoaks' },
        ],
      }),
    ).toHaveLength(1);
    expect(labelsIn(parsed('postId,label\r\n1,hoaks\r\n'))).toHaveLength(1);
  });
});

/** An export is looked at line by line. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.split('\n');
  }
}
