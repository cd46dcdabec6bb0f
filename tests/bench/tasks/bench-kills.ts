import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { differenceOf, replayInPeace, replayUnderFire } from '../../fault/kill-runs.js';
import { freePort } from '../../support/desk.js';
import { twoRumours, writePosts } from '../../support/invented-history.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

const help = `npm run bench -- kills [--file FILE.ndjson[.gz]] [--kills 20]

Replays the file (without one, 6,000 invented posts with two rumours) twice: undisturbed, and with the process killed
(SIGKILL) and started again, evenly over the posts. Tells how archive and alarms differ: all zero = nothing lost.`;

/** What kills cost: posts and alarms of a replay that was shot at, compared with one that was not. */
export default async function benchKills(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      file: { type: 'string' },
      kills: { type: 'string', default: '20' },
    },
  });
  if (values.help) {
    console.log(help);
    return {};
  }
  return inTemporaryFolder(async (folder) => {
    const file = values.file ? resolve(values.file) : inventedFile(folder);
    return measure(folder, file, Number(values.kills));
  });
}

function inventedFile(folder: string): string {
  const file = join(folder, 'kabar.ndjson');
  writePosts(file, twoRumours());
  return file;
}

async function measure(folder: string, file: string, kills: number): Promise<Record<string, unknown>> {
  const startedAt = performance.now();
  const deskIn = async (name: string) => ({ dataDirectory: join(folder, name), port: await freePort() });
  const peace = await replayInPeace(await deskIn('peace'), file);
  console.error(
    `undisturbed: ${peace.posts.length} posts, ${peace.alarms.length} statements; now under fire…`,
  );
  const lines = peace.posts.length;
  const underFire = await deskIn('fire');
  shareAuthorKeys(join(folder, 'peace'), underFire.dataDirectory);
  const fire = await replayUnderFire(underFire, file, { kills, lines });
  return {
    n: lines,
    kills: fire.kills.filter(({ signal }) => signal === 'SIGKILL').length,
    killsAmidPosts: fire.kills.filter(({ archived }) => archived < lines).length,
    killsAmidReplay: fire.kills.filter(({ isReplayRunning }) => isReplayRunning).length,
    ...differenceOf(peace, fire),
    alarms: new Set(peace.alarms.map(({ signalId }) => signalId)).size,
    statements: peace.alarms.length,
    sentAgain: fire.summary.unchanged - peace.summary.unchanged,
    seconds: Math.round((performance.now() - startedAt) / 1_000),
  };
}

/** Every desk makes its own keys, and with them its own pseudonyms in texts: only with the same keys can texts be compared. */
function shareAuthorKeys(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  copyFileSync(join(from, 'collector-keys.json'), join(to, 'collector-keys.json'));
}
