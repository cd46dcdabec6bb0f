import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../services/kentongan/dist/main.js', import.meta.url));
const replay = fileURLToPath(new URL('../../../services/kentongan/dist/cli/replay.js', import.meta.url));
const startSecondsMax = 60;
const stopSecondsMax = 30;

export interface DeskOptions {
  readonly dataDirectory: string;
  readonly port: number;
  readonly nodeArguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A real kentongan process with its own data directory, as users start it. */
export class Desk {
  private readonly output: string[] = [];

  private constructor(
    readonly options: DeskOptions,
    readonly process: ChildProcess,
  ) {
    const keep = (chunk: Buffer) => {
      this.output.push(chunk.toString());
      if (this.output.length > 500) this.output.shift();
    };
    process.stdout?.on('data', keep);
    process.stderr?.on('data', keep);
  }

  /** Starts the program and resolves when it is ready for posts. */
  static async start(options: DeskOptions): Promise<Desk> {
    const desk = Desk.spawn(options);
    await desk.waitUntilReady();
    return desk;
  }

  /** Starts the program without waiting: for tests of starts that fail or are killed half-way. */
  static spawn(options: DeskOptions): Desk {
    const child = spawn(process.execPath, [...(options.nodeArguments ?? []), main], {
      env: {
        ...process.env,
        KENTONGAN_DATA_DIR: options.dataDirectory,
        PORT: `${options.port}`,
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new Desk(options, child);
  }

  get url(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  get log(): string {
    return this.output.join('');
  }

  get token(): string {
    return readFileSync(join(this.options.dataDirectory, 'ingest-token'), 'utf8').trim();
  }

  async waitUntilReady(): Promise<void> {
    const deadline = performance.now() + startSecondsMax * 1_000;
    while (performance.now() < deadline) {
      if (this.process.exitCode !== null)
        throw new Error(`the desk ended with ${this.process.exitCode}:\n${this.log}`);
      const answer = await fetch(`${this.url}/health/ready`).catch(() => null);
      if (answer?.ok) return;
      await pause(25);
    }
    throw new Error(`the desk was not ready within ${startSecondsMax} s:\n${this.log}`);
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

  /** Resolves with the exit code of a process that ends by itself. */
  async ended(secondsMax: number): Promise<number | null> {
    const patience = pause(secondsMax * 1_000, 'late', { ref: false });
    // Not `exit`: what the process said last must have been read.
    const closed = new Promise<number | null>((resolve) => this.process.once('close', resolve));
    const end = await Promise.race([closed, patience]);
    if (end !== 'late') return end as number | null;
    this.process.kill('SIGKILL');
    throw new Error(`the desk did not end by itself within ${secondsMax} s:\n${this.log}`);
  }

  /** Ends the process the polite way. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** Ends the process as a power cut would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill(signal);
    const patience = pause(stopSecondsMax * 1_000, 'late', { ref: false });
    if ((await Promise.race([ended, patience])) === 'late') {
      this.process.kill('SIGKILL');
      throw new Error(`the desk did not end within ${stopSecondsMax} s after ${signal}:\n${this.log}`);
    }
  }
}

/** The replay command's last line. */
export interface ReplaySummary {
  readonly read: number;
  readonly accepted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** Runs `replay` against a desk; it may be killed and started again meanwhile. */
export async function runReplay(desk: DeskOptions, args: readonly string[]): Promise<ReplaySummary> {
  const child = spawn(process.execPath, [replay, '--url', `http://127.0.0.1:${desk.port}`, ...args], {
    env: { ...process.env, KENTONGAN_DATA_DIR: desk.dataDirectory },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk).slice(-4_000);
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  const lastLine = output.trim().split('\n').at(-1) ?? '';
  if (code !== 0) throw new Error(`replay ended with ${code}: ${errors}${output}`);
  return JSON.parse(lastLine) as ReplaySummary;
}

/** A port of the loopback address that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
