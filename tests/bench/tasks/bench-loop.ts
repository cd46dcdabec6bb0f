import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Desk, type DeskOptions, freePort, runReplay } from '../../support/desk.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';
import { Inspector } from '../inspector.js';
import { type MemorySample, megabytes, slopePerMinute } from '../memory-samples.js';

const samplesMax = 20;

const help = `npm run bench -- loop --file FILE.ndjson[.gz] [--minutes 10] [--warm-up 1]

Replays the same file into one desk over and over with the replay command, and reads the main process's memory
${samplesMax} times after a forced collection of garbage. Slopes are least squares.`;

/** Does memory stay level when the same posts come again and again? */
export default async function benchLoop(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      file: { type: 'string' },
      minutes: { type: 'string', default: '10' },
      'warm-up': { type: 'string', default: '1' },
    },
  });
  if (values.help) {
    console.log(help);
    return {};
  }
  if (!values.file) throw new Error('name the posts: --file FILE.ndjson');
  const plan = {
    file: resolve(values.file),
    minutes: Number(values.minutes),
    warmUpMinutes: Number(values['warm-up']),
  };
  return inTemporaryFolder(async (dataDirectory) => {
    const inspectorPort = await freePort();
    const place = { dataDirectory, port: await freePort() };
    const desk = await Desk.start({ ...place, nodeArguments: [`--inspect=127.0.0.1:${inspectorPort}`] });
    const inspector = await Inspector.connect(inspectorPort);
    try {
      return await measure(place, inspector, plan);
    } finally {
      inspector.close();
      await desk.stop();
    }
  });
}

async function measure(
  place: DeskOptions,
  inspector: Inspector,
  plan: { readonly file: string; readonly minutes: number; readonly warmUpMinutes: number },
): Promise<Record<string, unknown>> {
  const startedAt = performance.now();
  const minutesPassed = () => (performance.now() - startedAt) / 60_000;
  const replays = replayUntil(place, plan.file, () => minutesPassed() >= plan.warmUpMinutes + plan.minutes);
  replays.catch(() => {}); // awaited below
  const samples: MemorySample[] = [];
  while (samples.length < samplesMax) {
    const dueAt = plan.warmUpMinutes + ((samples.length + 1) / samplesMax) * plan.minutes;
    await pause(Math.max(0, dueAt - minutesPassed()) * 60_000);
    samples.push({ minutes: minutesPassed(), ...megabytes(await inspector.memoryAfterCollection()) });
    console.error(JSON.stringify(samples.at(-1)));
  }
  const { rounds, posts } = await replays;
  return {
    n: posts,
    rounds,
    minutes: plan.minutes,
    samples: samples.length,
    heapSlopeMegabytesPerMinute: slopePerMinute(samples, ({ heapMegabytes }) => heapMegabytes),
    rssSlopeMegabytesPerMinute: slopePerMinute(samples, ({ rssMegabytes }) => rssMegabytes),
    heapMegabytes: samples.at(-1)?.heapMegabytes,
    rssMegabytes: samples.at(-1)?.rssMegabytes,
  };
}

/** Replays without a pause; a round that fails ends the bench. */
async function replayUntil(place: DeskOptions, file: string, isOver: () => boolean) {
  let rounds = 0;
  let posts = 0;
  while (!isOver()) {
    posts += (await runReplay(place, [file, '--speed', 'max'])).read;
    rounds += 1;
  }
  return { rounds, posts };
}
