import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Desk, freePort } from '../../support/desk.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';
import { endlessPosts } from '../endless-posts.js';
import { Inspector } from '../inspector.js';
import { type MemorySample, megabytes, slopePerMinute } from '../memory-samples.js';

const region = 'putaran';
const samplesMax = 20;
const tickMilliseconds = 500;

const help = `npm run bench -- soak [--minutes 10] [--warm-up 4] [--file FILE.ndjson[.gz]] [--rate 500]

Sends posts at a steady rate to one historical region: the file's (or two invented weeks') over and over, each round
with ids of its own and some weeks later, so that every post is new work for all services. Reads the main process's
memory ${samplesMax} times after a forced collection of garbage; slopes are least squares. Caches and the detector's keys
fill up to their named maxima during the minutes of warm-up, which are not sampled.`;

interface Sample extends MemorySample {
  readonly eventLoopP99Milliseconds: number;
}

/** Does memory stay level under work? */
export default async function benchSoak(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      file: { type: 'string' },
      minutes: { type: 'string', default: '10' },
      'warm-up': { type: 'string', default: '4' },
      rate: { type: 'string', default: '500' },
    },
  });
  if (values.help) {
    console.log(help);
    return {};
  }
  return inTemporaryFolder(async (dataDirectory) => {
    const inspectorPort = await freePort();
    const desk = await Desk.start({
      dataDirectory,
      port: await freePort(),
      nodeArguments: [`--inspect=127.0.0.1:${inspectorPort}`],
    });
    const inspector = await Inspector.connect(inspectorPort);
    try {
      return await soak(desk, inspector, {
        posts: endlessPosts(values.file),
        warmUpMinutes: Number(values['warm-up']),
        minutes: Number(values.minutes),
        postsPerSecond: Number(values.rate),
      });
    } finally {
      inspector.close();
      await desk.stop();
    }
  });
}

interface Soak {
  readonly posts: Generator<string>;
  readonly warmUpMinutes: number;
  readonly minutes: number;
  readonly postsPerSecond: number;
}

async function soak(desk: Desk, inspector: Inspector, plan: Soak): Promise<Record<string, unknown>> {
  const startedAt = performance.now();
  const minutesPassed = () => (performance.now() - startedAt) / 60_000;
  const load = sendSteadily(desk, plan, minutesPassed);
  load.catch(() => {}); // awaited below
  const samples: Sample[] = [];
  while (samples.length < samplesMax) {
    const dueAt = plan.warmUpMinutes + ((samples.length + 1) / samplesMax) * plan.minutes;
    await pause(Math.max(0, dueAt - minutesPassed()) * 60_000);
    // Asked first: the collection itself stops the event loop.
    const { eventLoopP99Milliseconds } = await desk.get<{ eventLoopP99Milliseconds: number }>('/api/system');
    const memory = await inspector.memoryAfterCollection();
    await desk.get('/api/system');
    samples.push({ minutes: minutesPassed(), eventLoopP99Milliseconds, ...megabytes(memory) });
    console.error(JSON.stringify(samples.at(-1)));
  }
  const { accepted } = await load;
  return {
    n: accepted,
    minutes: plan.minutes,
    warmUpMinutes: plan.warmUpMinutes,
    heapSlopeMegabytesPerMinute: slopePerMinute(samples, ({ heapMegabytes }) => heapMegabytes),
    rssSlopeMegabytesPerMinute: slopePerMinute(samples, ({ rssMegabytes }) => rssMegabytes),
    heapMegabytes: samples.at(-1)?.heapMegabytes,
    rssMegabytes: samples.at(-1)?.rssMegabytes,
    samples: samples.length,
    postsPerSecond: Math.round(accepted / ((plan.warmUpMinutes + plan.minutes) * 60)),
    eventLoopP99Milliseconds: Math.max(...samples.map((sample) => sample.eventLoopP99Milliseconds)),
  };
}

/** A closed loop with a timetable: what is due is sent in one request, the next one after its answer. */
async function sendSteadily(
  desk: Desk,
  { posts, warmUpMinutes, minutes, postsPerSecond }: Soak,
  minutesPassed: () => number,
): Promise<{ accepted: number }> {
  let sent = 0;
  let accepted = 0;
  while (minutesPassed() < warmUpMinutes + minutes) {
    const due = Math.floor(minutesPassed() * 60 * postsPerSecond) - sent;
    const lines = Array.from({ length: Math.max(0, due) }, () => posts.next().value as string);
    sent += lines.length;
    const answer = await desk.post(
      `/api/posts?region=${region}&source=putaran&mode=historical`,
      lines.join(''),
    );
    const summary = (await answer.text()).trim().split('\n').at(-1) ?? '';
    if (!answer.ok) throw new Error(`the desk answered ${answer.status}: ${summary}`);
    accepted += (JSON.parse(summary) as { accepted: number }).accepted;
    // An idle desk would look perfectly level.
    if (accepted < sent)
      throw new Error(
        `posts are refused after ${accepted}: the rounds have reached the present. Lower --rate or --minutes.`,
      );
    await pause(tickMilliseconds);
  }
  return { accepted };
}
