import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RoundPlan, RoundReport } from './consumer.process.js';
import type { Contender } from './consumers.js';

const script = fileURLToPath(new URL('./consumer.process.js', import.meta.url));
const roundSecondsMax = 120;

/** The process of one contender; it is idle between its rounds. */
export class ContenderProcess {
  private readonly process: ChildProcess;

  constructor(
    private readonly name: Contender,
    brokers: string,
  ) {
    this.process = fork(script, [name, brokers], { execArgv: [] });
  }

  round(plan: RoundPlan): Promise<RoundReport> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => settle(() => reject(new Error(`${this.name} is not through after ${roundSecondsMax} s`))),
        roundSecondsMax * 1_000,
      );
      const onExit = (code: number | null) =>
        settle(() => reject(new Error(`the process of ${this.name} ended with ${code}`)));
      const onMessage = (report: unknown) => settle(() => resolve(report as RoundReport));
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        this.process.off('exit', onExit).off('message', onMessage);
        end();
      };
      this.process.on('exit', onExit).on('message', onMessage);
      this.process.send(plan);
    });
  }

  stop(): void {
    this.process.disconnect();
  }
}
