import { afterEach, describe, expect, it } from '@jest/globals';
import { draftMaterial } from '@kentongan/drafting';
import { Secret } from '@kentongan/platform';
import { EndpointDrafter } from './endpoint-drafter.js';
import { completion, type Script, ScriptedEndpoint } from './testing/obeying-endpoint.js';

const fact = { factId: 'f', title: 'Air keruh', conclusion: 'Petugas menguras pipa.' };
const material = draftMaterial({ fact, agency: null, evidence: [], signal: null, regionName: 'Kota' }, []);
const good = completion(
  '{"sentences":[{"field":"whyWrong","text":"Petugas menguras pipa.","restsOn":["S1"]}]}',
);

describe('the drafter on an endpoint', () => {
  const endpoints: ScriptedEndpoint[] = [];
  const waits: number[] = [];
  /** Time passes by waiting alone. */
  let time = 0;
  const drafter = async (script: Script, timeoutMilliseconds?: number) => {
    const endpoint = await ScriptedEndpoint.start(script, timeoutMilliseconds);
    endpoints.push(endpoint);
    const made = new EndpointDrafter({
      configuration: {
        url: 'http://model.example/v1',
        model: 'm',
        key: new Secret('kunci'),
        timeoutSeconds: 30,
      },
      http:
        timeoutMilliseconds === undefined
          ? endpoint.http
          : {
              ...endpoint.http,
              request: (url, request) => endpoint.http.request(url, { ...request, timeoutMilliseconds }),
            },
      random: () => 0.5,
      // A monotonic clock has fractions, and timers do not take them.
      now: () => time + 0.25 * waits.length,
      wait: async (milliseconds) => {
        waits.push(milliseconds);
        time += milliseconds;
      },
    });
    return { made, endpoint };
  };
  afterEach(async () => {
    for (const endpoint of endpoints.splice(0)) await endpoint.close();
    waits.length = 0;
    time = 0;
  });

  it('takes the sentences, fenced or not', async () => {
    for (const answer of [
      good,
      completion(`\`\`\`json\n${JSON.parse(good.body).choices[0].message.content}\n\`\`\``),
    ])
      expect(await (await drafter(() => answer)).made.draft(material)).toMatchObject({ ok: true });
  });

  it('tries again what may pass, with growing pauses, and gives up after three', async () => {
    const answers = [{ status: 503, body: '' }, { status: 429, body: '' }, good];
    const healed = await drafter(() => answers.shift() ?? good);
    expect(await healed.made.draft(material)).toMatchObject({ ok: true });
    expect(waits).toEqual([500, 1_000]);
    const ill = await drafter(() => ({ status: 500, body: '' }));
    expect(await ill.made.draft(material)).toEqual({ ok: false, problem: 'overloaded' });
    expect(ill.endpoint.requests).toHaveLength(3);
  });

  it.each([
    ['refused', () => ({ status: 401, body: 'no' })],
    ['badAnswer', () => ({ status: 200, body: '<html>' })],
    ['badAnswer', () => completion('Tentu! Ini drafnya.')],
    ['badAnswer', () => completion('{"sentences":[]}', { tool_calls: [{ id: 'x' }] })],
    ['tooLarge', () => ({ status: 200, body: 'x'.repeat(300_000) })],
  ] as const)('says %s, once', async (problem, script) => {
    const { made, endpoint } = await drafter(script);
    expect(await made.draft(material)).toMatchObject({ ok: false, problem });
    expect(endpoint.requests).toHaveLength(1);
  });

  it('does not follow a redirect, and says when no answer comes in time', async () => {
    const moved = await drafter(() => ({ status: 302, body: '' }));
    expect(await moved.made.draft(material)).toMatchObject({ ok: false });
    const silent = await drafter(() => 'hang', 100);
    expect(await silent.made.draft(material)).toMatchObject({ ok: false, problem: 'timeout' });
    expect(silent.endpoint.requests).toHaveLength(3);
  });

  it('words two drafts at once and turns the third away', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const endpoint = {
      request: async () => {
        await held;
        return { status: 200, headers: {}, body: Buffer.from(good.body), url: '' };
      },
    };
    const made = new EndpointDrafter({
      configuration: { url: 'http://model.example/v1', model: 'm', key: null, timeoutSeconds: 30 },
      http: { ...endpoint, failures: () => ({}), close: async () => {} },
      random: () => 0,
      now: () => 0,
      wait: async () => {},
    });
    const two = [made.draft(material), made.draft(material)];
    expect(await made.draft(material)).toEqual({ ok: false, problem: 'busy' });
    release();
    expect((await Promise.all(two)).every(({ ok }) => ok)).toBe(true);
    expect(await made.draft(material)).toMatchObject({ ok: true });
  });
});
