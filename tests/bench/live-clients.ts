import { setTimeout as pause } from 'node:timers/promises';
import { type PersonPrincipal, Secret, signPrincipal } from '@kentongan/platform';
import { benchRegion } from './live-events.js';
import { LiveReader } from './live-reader.js';

/** What the bench tells the process of its clients. */
export interface ClientsPlan {
  readonly port: number;
  readonly signingKey: string;
  readonly clients: number;
  readonly stalled: number;
  /** Readers whose connection is cut on the way, each once. */
  readonly cut: number;
  readonly events: number;
  readonly seconds: number;
}

export interface ClientsReport {
  readonly latencies: readonly number[];
  /** Events left out or repeated, of all clients together. */
  readonly gaps: number;
  /** Clients that had not got the last event in the end. */
  readonly unfinished: number;
  /** Connections that ended without the client's doing. */
  readonly cutByServer: number;
  readonly cutByClient: number;
}

const openAtOnce = 50;
const peoplePerName = 10;
const finishSecondsMax = 60;

/** The child process: opens all clients, says so, and reports when everybody has everything. */
export async function runLiveClients(): Promise<void> {
  const plan = await new Promise<ClientsPlan>((resolve) =>
    process.once('message', (each) => resolve(each as ClientsPlan)),
  );
  const clients = Array.from({ length: plan.clients }, (_, i) => clientOf(plan, i));
  for (let from = 0; from < clients.length; from += openAtOnce)
    await Promise.all(clients.slice(from, from + openAtOnce).map((client) => client.open()));
  const stalled = clients.slice(0, plan.stalled);
  const readers = clients.slice(plan.stalled);
  for (const client of stalled) client.stall();
  process.send?.('connected');
  const lost = readers.slice(0, plan.cut);
  for (const client of lost) {
    await pause((plan.seconds * 800) / Math.max(1, plan.cut)); // spread over four fifths of the run
    client.cut();
  }
  const hasAll = (each: LiveReader) => each.lastSequence === plan.events;
  await until(() => readers.every(hasAll), plan.seconds + finishSecondsMax);
  for (const client of stalled) client.readOn();
  await until(() => stalled.every(hasAll), finishSecondsMax);
  const sum = (figure: (client: LiveReader) => number) =>
    clients.reduce((total, each) => total + figure(each), 0);
  const report: ClientsReport = {
    latencies: readers.flatMap(({ latencies }) => latencies),
    gaps: sum(({ gaps }) => gaps),
    unfinished: clients.filter((each) => !hasAll(each)).length,
    cutByServer: sum(({ cuts }) => cuts) - lost.length,
    cutByClient: lost.length,
  };
  for (const client of clients) client.close();
  await new Promise((resolve) => process.send?.(report, resolve));
  process.disconnect();
}

function clientOf(plan: ClientsPlan, index: number): LiveReader {
  const key = new Secret(plan.signingKey);
  const person: PersonPrincipal = {
    kind: 'person',
    userId: `ukur-${Math.floor(index / peoplePerName)}`,
    name: 'Petugas ukur',
    role: 'officer',
    regionIds: [benchRegion],
    agencyId: null,
  };
  let gapsTold = 0;
  return new LiveReader(
    {
      port: plan.port,
      path: `/api/live?region=${benchRegion}`,
      authorization: async () => `Bearer ${await signPrincipal(person, key, Date.now())}`,
    },
    (what) => {
      gapsTold += 1;
      if (gapsTold <= 3) console.error(`client ${index}: ${what}`);
    },
  );
}

async function until(isOver: () => boolean, secondsMax: number): Promise<void> {
  for (const deadline = Date.now() + secondsMax * 1_000; !isOver() && Date.now() < deadline; )
    await pause(50);
}
