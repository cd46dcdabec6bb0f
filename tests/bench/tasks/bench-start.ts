import { setTimeout as pause } from 'node:timers/promises';
import { Desk, freePort } from '../../support/desk.js';
import { treeMemoryMegabytes } from '../../support/process-memory.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

const restSeconds = 20;
const tries = 3;

const help = `npm run bench -- start

Starts the program on a new data folder once cold and ${tries} times warm, then reads the memory of all its processes
after ${restSeconds} s at rest.`;

/** Warm start of the whole program, and its memory (all processes, proportional) at rest. */
export default async function benchStart(args: string[]): Promise<Record<string, unknown>> {
  if (args.includes('--help')) {
    console.log(help);
    return {};
  }
  return inTemporaryFolder(async (dataDirectory) => {
    const options = { dataDirectory, port: await freePort() };
    const coldSeconds = await timedStart(options);
    const readySeconds: number[] = [];
    for (let round = 0; round < tries; round += 1) readySeconds.push(await timedStart(options));
    const desk = await Desk.start(options);
    await pause(restSeconds * 1_000);
    const memoryMegabytes = treeMemoryMegabytes(desk.process.pid ?? 0);
    await desk.stop();
    return { n: tries, readySeconds: Math.max(...readySeconds), coldSeconds, memoryMegabytes };
  });
}

async function timedStart(options: { dataDirectory: string; port: number }): Promise<number> {
  const startedAt = performance.now();
  const desk = await Desk.start(options);
  const seconds = Math.round(performance.now() - startedAt) / 1_000;
  await desk.stop();
  return seconds;
}
