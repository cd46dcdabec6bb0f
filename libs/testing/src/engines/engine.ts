import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const readySecondsMax = 90;

export interface EngineCommand {
  readonly name: string;
  readonly script: string;
  /** Arguments of the start script, given the folder for the server's data. */
  readonly args: (dataFolder: string) => readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly port: number;
  /** Who runs it; null = whoever runs this. */
  readonly user: { readonly uid: number; readonly gid: number } | null;
  /** Whether the server answers, asked once its port is open. */
  readonly answers: () => Promise<boolean>;
}

/** A real server of this test run: its data survive a kill and a restart, and are gone after `stop`. */
export class Engine {
  private process: ChildProcess | null = null;
  private readonly folder: string;
  private readonly logFile: string;

  private constructor(private readonly command: EngineCommand) {
    this.folder = mkdtempSync(join(tmpdir(), `kentongan-${command.name}-`));
    this.logFile = join(this.folder, 'output.log');
    if (command.user) chownSync(this.folder, command.user.uid, command.user.gid);
  }

  static async start(command: EngineCommand): Promise<Engine> {
    const engine = new Engine(command);
    await engine.start();
    return engine;
  }

  /** Where it keeps its data. */
  get dataFolder(): string {
    return join(this.folder, 'data');
  }

  get pid(): number {
    if (!this.process?.pid) throw new Error(`${this.command.name} does not run`);
    return this.process.pid;
  }

  /** Starts it on the data that are there and resolves when it answers. */
  async start(): Promise<void> {
    const output = openSync(this.logFile, 'a');
    this.process = spawn(this.command.script, this.command.args(this.dataFolder), {
      stdio: ['ignore', output, output],
      env: { ...process.env, ...this.command.environment },
      ...this.command.user,
    });
    process.once('exit', this.killNow);
    for (const end = performance.now() + readySecondsMax * 1_000; !(await this.isReady()); await pause(50)) {
      if (this.process.exitCode !== null) throw new Error(`${this.command.name} ended:\n${this.lastWords()}`);
      if (performance.now() > end)
        throw new Error(`${this.command.name} is not ready after ${readySecondsMax} s:\n${this.lastWords()}`);
    }
  }

  /** SIGKILL: what a power cut does to the process. Resolves when it is gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** SIGSTOP: connections stand, nothing answers. */
  freeze(): void {
    process.kill(this.pid, 'SIGSTOP');
  }

  thaw(): void {
    process.kill(this.pid, 'SIGCONT');
  }

  /** Ends it and removes its data. */
  async stop(): Promise<void> {
    if (this.process) await this.end('SIGTERM');
    process.off('exit', this.killNow);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private readonly killNow = (): void => {
    this.process?.kill('SIGKILL');
  };

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = null;
    process.off('exit', this.killNow);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    child.kill('SIGCONT');
    await ended;
  }

  private async isReady(): Promise<boolean> {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(this.command.port, '127.0.0.1');
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    return isOpen && (await this.command.answers().catch(() => false));
  }

  private lastWords(): string {
    return readFileSync(this.logFile, 'utf8').slice(-3_000);
  }
}
