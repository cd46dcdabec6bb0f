import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServiceName, serviceNames } from '@kentongan/contracts';
import { freePort } from './desk.js';
import { ServiceProcess } from './fleet-process.js';
import { openTemporaryFolder, type TemporaryFolder } from './temporary-folder.js';

export interface FleetOptions {
  readonly databaseUrl: string;
  /** `host:port,…`; without it PostgreSQL is the log. */
  readonly kafkaBrokers?: string;
  /** Without it PostgreSQL is the archive. */
  readonly elasticsearchUrl?: string;
  /** How many of each; one where nothing is said, none for 0. */
  readonly counts?: Partial<Record<ServiceName, number>>;
  /** Of every process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Default: a folder of its own that is gone after `stop`. */
  readonly dataDirectory?: string;
}

/** Every service as processes of its own that share a data folder for keys and tokens. */
export class Fleet {
  private readonly all: readonly ServiceProcess[];

  private constructor(
    /** Where keys and tokens lie, shaped as tests of one process know it. */
    readonly options: { readonly dataDirectory: string },
    processes: readonly ServiceProcess[],
    private readonly folder: TemporaryFolder | null,
  ) {
    this.all = processes;
  }

  /** Starts all processes at once and resolves when every one is ready. */
  static async start(options: FleetOptions): Promise<Fleet> {
    const fleet = await Fleet.create(options);
    try {
      await Promise.all(fleet.all.map((each) => each.start()));
      return fleet;
    } catch (error) {
      await fleet.stop().catch(() => {});
      throw error;
    }
  }

  /** Chooses ports and addresses; nothing runs yet. */
  static async create(options: FleetOptions): Promise<Fleet> {
    const folder = options.dataDirectory === undefined ? openTemporaryFolder() : null;
    const dataDirectory = options.dataDirectory ?? folder?.path ?? '';
    const ports = await portsOf(options.counts ?? {});
    const environment = { ...environmentOf(options, dataDirectory, ports), ...options.environment };
    const processes = [...ports].flatMap(([name, each]) =>
      each.map((port) => new ServiceProcess({ name, port, environment })),
    );
    return new Fleet({ dataDirectory }, processes, folder);
  }

  /** All processes of a service, or all there are. */
  processes(name?: ServiceName): readonly ServiceProcess[] {
    return name === undefined ? this.all : this.all.filter((each) => each.name === name);
  }

  /** The first process of a service. */
  process(name: ServiceName): ServiceProcess {
    const [first] = this.processes(name);
    if (!first) throw new Error(`the fleet has no ${name}`);
    return first;
  }

  get gatewayUrl(): string {
    return this.process('gateway').url;
  }

  /** The same under the name that tests of one process use. */
  get url(): string {
    return this.gatewayUrl;
  }

  get token(): string {
    return readFileSync(join(this.options.dataDirectory, 'ingest-token'), 'utf8').trim();
  }

  async get<T>(path: string): Promise<T> {
    const answer = await fetch(this.url + path, { headers: { authorization: `Bearer ${this.token}` } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async post(
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    type = 'application/x-ndjson',
  ): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': type };
    return fetch(this.url + path, { method: 'POST', headers, body });
  }

  /** Ends every process that still runs, politely, and removes the folder. */
  async stop(): Promise<void> {
    for (const each of this.all) if (each.isRunning) each.thaw(); // a frozen one would never hear
    const ends = await Promise.allSettled(this.all.map((each) => each.stop()));
    this.folder?.remove();
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  }
}

async function portsOf(counts: Partial<Record<ServiceName, number>>): Promise<Map<ServiceName, number[]>> {
  const taken = new Set<number>();
  const ports = new Map<ServiceName, number[]>();
  for (const name of serviceNames) {
    const own: number[] = [];
    while (own.length < (counts[name] ?? 1)) {
      const port = await freePort();
      if (!taken.has(port)) own.push(port);
      taken.add(port);
    }
    ports.set(name, own);
  }
  return ports;
}

function environmentOf(
  options: FleetOptions,
  dataDirectory: string,
  ports: ReadonlyMap<ServiceName, readonly number[]>,
): Record<string, string> {
  const addresses = [...ports].flatMap(([name, each]) =>
    name === 'gateway' || each.length === 0
      ? []
      : [[`${name.toUpperCase()}_URL`, each.map((port) => `http://127.0.0.1:${port}`).join(',')]],
  );
  return {
    HOST: '127.0.0.1',
    KENTONGAN_DATA_DIR: dataDirectory,
    DATABASE_URL: options.databaseUrl,
    ...(options.kafkaBrokers !== undefined && { KAFKA_BROKERS: options.kafkaBrokers }),
    ...(options.elasticsearchUrl !== undefined && { ELASTICSEARCH_URL: options.elasticsearchUrl }),
    ...Object.fromEntries(addresses),
  };
}
