import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type ServiceName, serviceNames } from '@kentongan/contracts';
import { startEmbeddedPostgres } from '@kentongan/database';
import { Fleet } from '../../support/fleet.js';
import { treeMemoryMegabytes } from '../../support/process-memory.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

const help = `npm run bench -- processes [--rest SECONDS] [--facts COUNT]

Starts every service as a process of its own on one PostgreSQL, waits until all are ready and reads, after a rest (default 20 s),
the memory of each (proportional set size) and what of a processor core it uses while nothing happens. With --facts, so many
invented facts are recorded first: the analyzer holds them in memory.`;

const idleSeconds = 10;
const factsPerRequest = 2_000;
const ticksPerSecond = 100;

/** What each service costs while it waits. */
export default async function benchProcesses(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      rest: { type: 'string', default: '20' },
      facts: { type: 'string', default: '0' },
    },
  });
  if (values.help) {
    console.log(help);
    return {};
  }
  return inTemporaryFolder(async (folder) => {
    const server = await startEmbeddedPostgres({ dataDirectory: join(folder, 'server'), durable: false });
    try {
      return await measure(server.url, Number(values.rest), Number(values.facts));
    } finally {
      await server.stop();
    }
  });
}

async function measure(databaseUrl: string, restSeconds: number, facts: number) {
  const startedAt = performance.now();
  const fleet = await Fleet.start({ databaseUrl });
  try {
    const readySeconds = Math.round(performance.now() - startedAt) / 1_000;
    await recordFacts(fleet, facts);
    await pause(restSeconds * 1_000);
    const before = processorSeconds(fleet);
    await pause(idleSeconds * 1_000);
    const after = processorSeconds(fleet);
    const of = (read: (name: ServiceName) => number) =>
      Object.fromEntries(serviceNames.map((name) => [name, read(name)]));
    const memoryMegabytes = of((name) => treeMemoryMegabytes(fleet.process(name).pid));
    const idlePercent = of((name) => {
      const seconds = (after.get(name) ?? 0) - (before.get(name) ?? 0);
      return Math.round((seconds / idleSeconds) * 1_000) / 10;
    });
    return { n: serviceNames.length, facts, readySeconds, memoryMegabytes, idlePercent };
  } finally {
    await fleet.stop();
  }
}

/** Processor time of each process so far (Linux only: reads /proc). */
function processorSeconds(fleet: Fleet): Map<ServiceName, number> {
  return new Map(
    serviceNames.map((name) => {
      const stat = readFileSync(`/proc/${fleet.process(name).pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [name, (Number(fields[11]) + Number(fields[12])) / ticksPerSecond];
    }),
  );
}

async function recordFacts(fleet: Fleet, count: number): Promise<void> {
  for (let first = 0; first < count; first += factsPerRequest) {
    const lines = Array.from({ length: Math.min(factsPerRequest, count - first) }, (_, index) =>
      JSON.stringify(inventedFact(first + index)),
    );
    const answer = await fleet.post('/api/facts/import?format=ndjson&source=uji', lines.join('\n'));
    if (!answer.ok) throw new Error(`facts were refused: ${answer.status} ${await answer.text()}`);
    await answer.text();
  }
}

const words = [
  'air',
  'pasar',
  'bantuan',
  'vaksin',
  'jalan',
  'sekolah',
  'banjir',
  'listrik',
  'pajak',
  'beras',
];

/** About as long as a real one, of words that differ from fact to fact. */
function inventedFact(number: number) {
  const word = (step: number) =>
    `${words[(number * 7 + step) % words.length]}${(number * 31 + step * 17) % 9_973}`;
  const sentence = (length: number, from: number) =>
    Array.from({ length }, (_, step) => word(from + step)).join(' ');
  return {
    id: `${number}`,
    title: sentence(9, 0),
    hoaxText: sentence(35, 9),
    explanation: sentence(40, 44),
  };
}
