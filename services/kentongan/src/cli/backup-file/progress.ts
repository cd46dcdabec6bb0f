import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a backup or restore is, on standard error: standard output belongs to the result. */
export interface Progress {
  update(done: number, total: number, what: string): void;
  stop(): void;
}

const lineEveryMilliseconds = 10_000;

/** A bar on a terminal; elsewhere a line every ten seconds, so that a log stays readable. */
export function createProgress(verb: string, output: Pick<WriteStream, 'write' | 'isTTY'>): Progress {
  if (output.isTTY) {
    const format = `${verb} |{bar}| {percentage} % · {what} · {eta_formatted} left`;
    const bar = new SingleBar(
      { format, stream: output as WriteStream, hideCursor: true },
      Presets.shades_classic,
    );
    bar.start(1, 0, { what: '' });
    return {
      update: (done, total, what) => {
        bar.setTotal(Math.max(1, total));
        bar.update(done, { what });
      },
      stop: () => bar.stop(),
    };
  }
  let toldAt = performance.now();
  return {
    update: (done, total, what) => {
      if (performance.now() - toldAt < lineEveryMilliseconds) return;
      toldAt = performance.now();
      output.write(`${verb}: ${Math.floor((100 * done) / Math.max(1, total))} %, ${what}\n`);
    },
    stop: () => {},
  };
}
