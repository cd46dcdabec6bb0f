import { parseArgs } from 'node:util';
import { launchBrowser } from '../../support/browser.js';
import { Desk, freePort } from '../../support/desk.js';
import { DeskSession } from '../../support/desk-session.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';
import { measureCalls } from '../screens-calls.js';
import { fillArchive, openIssues, screensRegion, untilNothingWaits } from '../screens-fill.js';
import { measureLoads } from '../screens-loads.js';

const help = `npm run bench -- screens [--stored 300000] [--slowdown 4]

A live region is filled with that many invented posts of 30 days and with 200 issues. Then an officer's calls behind the
screens are timed over HTTP (40 each, one after the other), and the desk, the archive, the dashboard and Cek teks are
opened in Chromium with a cold cache and the processor slowed so many times (5 loads each; the network is loopback).
Script is counted as gzip -6 packs it, in kilobytes of 1,000 bytes, up to a second after the screen is usable.`;

const issueCount = 200;

/** How long a person waits for each screen, and what its calls and its script cost. */
export default async function benchScreens(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      stored: { type: 'string', default: '300000' },
      slowdown: { type: 'string', default: '4' },
    },
  });
  if (values.help) {
    console.log(help);
    return {};
  }
  const [stored, slowdown] = [Number(values.stored), Number(values.slowdown)];
  return inTemporaryFolder(async (folder) => {
    const desk = await Desk.start({ dataDirectory: folder, port: await freePort() });
    try {
      return await measure(desk, stored, slowdown);
    } finally {
      await desk.stop();
    }
  });
}

async function measure(desk: Desk, stored: number, slowdown: number): Promise<Record<string, unknown>> {
  const officer = await settledOfficer(desk);
  await fillArchive(desk, stored);
  const issueId = await openIssues(officer, issueCount);
  await untilNothingWaits(desk);
  console.error('timing the calls…');
  const { calls, ...callFigures } = await measureCalls(officer, issueId);
  console.error('opening the screens…');
  const browser = await launchBrowser();
  try {
    const loadFigures = await measureLoads(browser, desk.url, officerName, slowdown);
    return { n: calls, stored, slowdown, ...callFigures, ...loadFigures };
  } finally {
    await browser.close();
  }
}

const officerName = 'petugas';

async function settledOfficer(desk: Desk): Promise<DeskSession> {
  const admin = await DeskSession.setUp(desk);
  await admin.ask('PUT', `/api/regions/${screensRegion}`, {
    regionId: screensRegion,
    name: 'Kota Percobaan',
    mode: 'live',
    placeRoots: ['33.74'],
  });
  return admin.colleague(officerName, 'officer', [screensRegion]);
}
