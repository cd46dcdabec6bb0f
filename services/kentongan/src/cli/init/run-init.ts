import { type PlaceView, RegionBody, type RegionView, type UserView } from '@kentongan/contracts';
import type { z } from 'zod';
import { CommandError } from '../desk/command-error.js';
import { askDesk, type DeskAddress } from '../desk/desk-api.js';
import { type Account, settleAccount } from './desk-accounts.js';
import type { InitContent } from './init-files.js';
import type { FileProblem } from './read-table.js';
import { timeZoneOf } from './time-zone.js';

export interface InitRequest {
  readonly regionId: string;
  readonly placeCodes: readonly string[];
  readonly name: string | undefined;
  /** User name of the administrator to make. */
  readonly admin: string | undefined;
  readonly content: InitContent;
}

export interface InitResult {
  readonly region: RegionBody;
  readonly accounts: readonly Account[];
}

type Place = z.infer<typeof PlaceView>;

const codesPerQuestion = 100;

/**
 * Sets a region and its people at a running desk. Nothing is sent while a file has a problem; doing it again changes
 * nothing but what was changed in the files.
 * @param onAccount called for each account as it is settled, so that no password is lost when a later step fails
 */
export async function runInit(
  desk: DeskAddress,
  request: InitRequest,
  onAccount: (account: Account) => void,
): Promise<InitResult> {
  const before = await regionAt(desk, request.regionId);
  const places = await placesNamed(desk, request);
  refuse([...request.content.problems, ...referenceProblems(request, before, places)]);
  const region = settingsOf(request, before, places);
  // Before the people: a region that the desk refuses leaves no accounts behind.
  await putRegion(desk, region);
  const accounts = await settleAccounts(desk, request, onAccount);
  if (request.content.officers === undefined) return { region, accounts };
  const onDuty = new Set(request.content.officers.filter((each) => each.onDuty).map((each) => each.userName));
  const dutyOfficers = accounts
    .filter(({ userName }) => onDuty.has(userName))
    .map(({ userId, name }) => ({ userId, name }));
  const complete = { ...region, dutyOfficers };
  await putRegion(desk, complete);
  return { region: complete, accounts };
}

async function regionAt(desk: DeskAddress, regionId: string): Promise<RegionView | undefined> {
  const regions = await askDesk<RegionView[]>(desk, 'GET', '/api/regions');
  return regions.find((region) => region.regionId === regionId);
}

/** What the gazetteer knows of the places that the request and its agencies name. */
async function placesNamed(
  desk: DeskAddress,
  { placeCodes, content }: InitRequest,
): Promise<readonly Place[]> {
  const named = [...placeCodes, ...(content.agencies ?? []).flatMap((agency) => agency.placeCodes)];
  const codes = [...new Set(named)];
  const known: Place[] = [];
  for (let from = 0; from < codes.length; from += codesPerQuestion) {
    const asked = encodeURIComponent(codes.slice(from, from + codesPerQuestion).join(','));
    known.push(...(await askDesk<Place[]>(desk, 'GET', `/api/places?codes=${asked}`)));
  }
  return known;
}

function settingsOf(
  { regionId, placeCodes, name, content }: InitRequest,
  before: RegionView | undefined,
  places: readonly Place[],
): RegionBody {
  const { isConfiguredByFile: _, ...kept } = before ?? { isConfiguredByFile: false };
  const [first] = placeCodes;
  if (!before && first === undefined)
    throw new CommandError(`The region ${regionId} is new: name its place with --place, for instance 33.74.`);
  const named = name ?? places.find((place) => place.code === first)?.name;
  const parsed = RegionBody.safeParse({
    mode: 'live',
    ...(first !== undefined && { timeZone: timeZoneOf(first) }),
    ...kept,
    regionId,
    ...(before && name === undefined ? {} : { name: named }),
    ...(placeCodes.length > 0 && { placeRoots: placeCodes }),
    ...(content.agencies && { agencies: content.agencies }),
    ...(content.feeds && { feeds: content.feeds }),
    ...(content.watchRules && { watchRules: content.watchRules }),
  });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `- ${path.join('.')}: ${message}`);
  throw new CommandError(`The region cannot be set so. Nothing was changed.\n${problems.join('\n')}`);
}

/** An officer of an agency that the region does not have, or an agency of no place, would wait for work for ever. */
function referenceProblems(
  { placeCodes, content }: InitRequest,
  before: RegionView | undefined,
  places: readonly Place[],
): FileProblem[] {
  const isPlace = (code: string) => places.some((place) => place.code === code);
  const agencies = content.agencies ?? before?.agencies ?? [];
  const isAgency = (id: string) => agencies.some((agency) => agency.agencyId === id);
  const problem = (file: string, words: string): FileProblem => ({ file, line: 0, problem: words });
  return [
    ...placeCodes
      .filter((code) => !isPlace(code))
      .map((code) => problem('--place', `the gazetteer has no place "${code}"`)),
    ...(content.agencies ?? []).flatMap(({ agencyId, placeCodes: own }) =>
      own
        .filter((code) => !isPlace(code))
        .map((code) => problem('agencies', `${agencyId}: the gazetteer has no place "${code}"`)),
    ),
    ...(content.officers ?? [])
      .filter(({ agencyId }) => agencyId !== null && !isAgency(agencyId))
      .map(({ userName, agencyId }) =>
        problem('officers', `${userName}: the region has no agency "${agencyId}"`),
      ),
  ];
}

function refuse(problems: readonly FileProblem[]): void {
  if (problems.length === 0) return;
  const lines = problems.map(({ file, line, problem }) =>
    line > 0 ? `- ${file}, line ${line}: ${problem}` : `- ${file}: ${problem}`,
  );
  throw new CommandError(`This cannot be used. Nothing was changed.\n${lines.join('\n')}`);
}

async function putRegion(desk: DeskAddress, region: RegionBody): Promise<void> {
  await askDesk(desk, 'PUT', `/api/regions/${region.regionId}`, region);
}

async function settleAccounts(
  desk: DeskAddress,
  { regionId, admin, content }: InitRequest,
  onAccount: (account: Account) => void,
): Promise<Account[]> {
  const users = await askDesk<UserView[]>(desk, 'GET', '/api/users');
  const wanted = (content.officers ?? []).map(({ onDuty: _, ...officer }) => ({
    ...officer,
    regionIds: [regionId],
  }));
  const administrator = { name: 'Administrator', role: 'admin', agencyId: null, regionIds: [] } as const;
  const existing = users.find((user) => user.userName === admin);
  const accounts: Account[] = [];
  for (const each of [
    ...(admin === undefined
      ? []
      : [{ ...administrator, userName: admin, name: existing?.name ?? administrator.name, regionIds: [] }]),
    ...wanted,
  ]) {
    const account = await settleAccount(
      desk,
      each,
      users.find((user) => user.userName === each.userName),
    );
    onAccount(account);
    accounts.push(account);
  }
  return accounts;
}
