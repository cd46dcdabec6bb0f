import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ComposedDesk, deskToken } from '../../boot/testing/composed-desk.js';
import { askForRequest } from './ask-for-request.js';
import type { Account } from './desk-accounts.js';
import type { InitContent } from './init-files.js';
import { accountTable } from './print-accounts.js';
import { type InitRequest, runInit } from './run-init.js';

const nothing: InitContent = {
  agencies: undefined,
  feeds: undefined,
  officers: undefined,
  watchRules: undefined,
  problems: [],
};
const agencies = [{ agencyId: 'pdam', name: 'Air Contoh', subjects: ['water'], placeCodes: ['33.74.06'] }];
const rina = {
  userName: 'rina',
  name: 'Rina Contoh',
  role: 'officer',
  agencyId: null,
  onDuty: true,
} as const;
const budi = {
  userName: 'budi.air',
  name: 'Budi Contoh',
  role: 'agency',
  agencyId: 'pdam',
  onDuty: false,
} as const;

describe('kentongan init', () => {
  let desk: ComposedDesk;
  beforeAll(async () => {
    desk = await ComposedDesk.start();
  }, 60_000);
  afterAll(() => desk?.close());

  const address = () => ({ url: desk.url, token: deskToken });
  const request = (content: Partial<InitContent>, more: Partial<InitRequest> = {}): InitRequest => ({
    regionId: 'kota-semarang',
    placeCodes: ['33.74'],
    name: undefined,
    admin: undefined,
    content: { ...nothing, ...content },
    ...more,
  });
  const run = async (asked: InitRequest) => {
    const told: Account[] = [];
    const result = await runInit(address(), asked, (account) => told.push(account));
    expect(told).toEqual(result.accounts);
    return result;
  };

  it('makes region, people and duty, and changes nothing when it is repeated', async () => {
    const asked = request({ agencies, officers: [rina, budi] }, { admin: 'kepala' });
    const first = await run(asked);
    expect(first.region).toMatchObject({
      name: 'Kota Semarang',
      timeZone: 'Asia/Jakarta',
      placeRoots: ['33.74'],
      agencies,
      dutyOfficers: [{ name: 'Rina Contoh' }],
    });
    expect(first.accounts.map(({ userName, state }) => [userName, state])).toEqual([
      ['kepala', 'created'],
      ['rina', 'created'],
      ['budi.air', 'created'],
    ]);
    const password = first.accounts[1]?.oneTimePassword ?? '';
    expect(accountTable(first.accounts)).toContain(password);
    const login = await desk.ask('POST', '/api/session', null, { userName: 'rina', password });
    expect([login.status, JSON.parse(login.text).user.mustChangePassword]).toEqual([200, true]);
    const stored = await desk.ask('GET', '/api/regions/kota-semarang', `Bearer ${deskToken}`);
    expect(JSON.parse(stored.text)).toMatchObject(first.region);

    const again = await run(asked);
    expect(again.region).toEqual(first.region);
    expect(
      again.accounts.every(({ state, oneTimePassword }) => state === 'unchanged' && !oneTimePassword),
    ).toBe(true);
  });

  it('keeps what no file names, and follows what a file changed', async () => {
    const feeds = [{ sourceId: 'warta', name: 'Warta', url: 'https://warta.example/rss', pollSeconds: 300 }];
    const { region } = await run(request({ feeds }, { placeCodes: [] }));
    expect(region).toMatchObject({ feeds, agencies, dutyOfficers: [{ name: 'Rina Contoh' }] });
    const moved = await run(request({ officers: [{ ...rina, role: 'leader', onDuty: false }] }));
    expect(moved.accounts).toEqual([expect.objectContaining({ role: 'leader', state: 'changed' })]);
    expect(moved.region).toMatchObject({ feeds, dutyOfficers: [] });
  });

  it('sends nothing while anything is wrong, and tells all of it', async () => {
    const asked = request(
      {
        agencies: [{ agencyId: 'x', name: 'X', subjects: [], placeCodes: ['33.99'] }],
        officers: [{ ...budi, userName: 'baru.sekali' }],
        problems: [{ file: 'feed.csv', line: 3, problem: 'url "x"' }],
      },
      { regionId: 'kota-baru', placeCodes: ['99'] },
    );
    const failure = await run(asked).catch((error: Error) => error.message);
    for (const part of ['feed.csv, line 3', '"99"', '"33.99"', 'baru.sekali', '"pdam"'])
      expect(failure).toContain(part);
    const regions = await desk.ask('GET', '/api/regions', `Bearer ${deskToken}`);
    expect(regions.text).not.toContain('kota-baru');
    const users = await desk.ask('GET', '/api/users', `Bearer ${deskToken}`);
    expect(users.text).not.toContain('baru.sekali');
    await expect(run(request({}, { regionId: 'kota-baru', placeCodes: [] }))).rejects.toThrow('--place');
  });

  it('asks at a terminal, beginning with the name of the region', async () => {
    const answers = ['tidak ada di peta', '', 'semarang', '2', '', 'banjir, rob', '', '', '', 'kepala2'];
    const questions: string[] = [];
    const ask = async (question: string): Promise<string> => {
      questions.push(question);
      return answers.shift() ?? '';
    };
    expect(await askForRequest(address(), ask)).toEqual({
      region: 'kota-semarang',
      place: ['33.74'],
      watchWords: 'banjir, rob',
      admin: 'kepala2',
    });
    expect(questions[3]).toContain('2  Kota Semarang, Jawa Tengah (33.74)');
  });
});
