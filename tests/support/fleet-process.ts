import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ServiceName } from '@kentongan/contracts';

const services = fileURLToPath(new URL('../../../services/', import.meta.url));
const startSecondsMax = 90;
const stopSecondsMax = 15;
const outputChunksMax = 500;
const endingSignals: readonly NodeJS.Signals[] = ['SIGKILL', 'SIGTERM', 'SIGINT'];

/** A test run that ends in the middle leaves no process behind. */
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

export interface ServiceProcessOptions {
  readonly name: ServiceName;
  readonly port: number;
  /** On top of this process's own environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly nodeArguments?: readonly string[];
}

/** One service as an operator starts it: `node services/NAME/dist/main.js`. It keeps its port over restarts. */
export class ServiceProcess {
  private child: ChildProcess | null = null;
  private exited: Promise<number | null> = Promise.resolve(null);
  private readonly output: string[] = [];

  constructor(readonly options: ServiceProcessOptions) {}

  get name(): ServiceName {
    return this.options.name;
  }

  get url(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  /** What it said last, over all of its lives. */
  get log(): string {
    return this.output.join('');
  }

  get isRunning(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  get pid(): number {
    if (!this.isRunning || this.child?.pid === undefined) throw new Error(`${this.name} does not run`);
    return this.child.pid;
  }

  /** Starts it and resolves when `/health/ready` says so. */
  async start(): Promise<void> {
    this.spawn();
    await this.waitUntilReady();
  }

  /** Starts it without waiting: for starts that fail or are killed half-way. */
  spawn(): void {
    if (this.isRunning) throw new Error(`${this.name} runs already`);
    const main = `${services}${this.name}/dist/main.js`;
    const child = spawn(process.execPath, [...(this.options.nodeArguments ?? []), main], {
      env: { ...process.env, PORT: `${this.options.port}`, ...this.options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => {
      this.output.push(chunk.toString());
      if (this.output.length > outputChunksMax) this.output.shift();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    this.child = child;
    // Not `exit`: what the process said last must have been read.
    this.exited = once(child, 'close').then(([code]) => code as number | null);
    alive.add(child);
    child.once('exit', () => alive.delete(child));
  }

  async waitUntilReady(secondsMax = startSecondsMax): Promise<void> {
    for (const deadline = performance.now() + secondsMax * 1_000; ; await pause(50)) {
      if (!this.isRunning) throw new Error(`${this.name} ended with ${this.child?.exitCode}:\n${this.log}`);
      const answer = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(
        () => null,
      );
      if (answer?.ok) return;
      if (performance.now() > deadline)
        throw new Error(
          `${this.name} is not ready after ${secondsMax} s (${await answer?.text()}):\n${this.log}`,
        );
    }
  }

  /** Sends the signal; after SIGKILL (the default), SIGTERM and SIGINT resolves when the process is gone. @returns its exit code, null when a signal ended it */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    if (!this.isRunning) return this.exited;
    process.kill(this.pid, signal);
    if (!endingSignals.includes(signal)) return null;
    const late = pause(stopSecondsMax * 1_000, 'late' as const, { ref: false });
    const end = await Promise.race([this.exited, late]);
    if (end === 'late') {
      this.child?.kill('SIGKILL');
      await this.exited;
      throw new Error(`${this.name} did not end within ${stopSecondsMax} s after ${signal}:\n${this.log}`);
    }
    return end;
  }

  /** SIGTERM: lets it finish what it has in hand. @returns its exit code */
  stop(): Promise<number | null> {
    return this.kill('SIGTERM');
  }

  /** Starts it anew on the same port and resolves when it is ready; a process that still runs is killed first. */
  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  /** SIGSTOP: connections stand, nothing answers. */
  freeze(): void {
    process.kill(this.pid, 'SIGSTOP');
  }

  thaw(): void {
    process.kill(this.pid, 'SIGCONT');
  }
}
