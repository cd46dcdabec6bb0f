import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';

export interface ProgressBar {
  update(done: number): void;
  stop(): void;
}

const lineEveryMilliseconds = 5_000;

/** A bar on a terminal; elsewhere a line every five seconds. */
export function progressBar(output: Pick<WriteStream, 'write' | 'isTTY'>, total: number): ProgressBar {
  if (output.isTTY) {
    const format = '  |{bar}| {percentage} % · {value}/{total} · {eta_formatted}';
    const bar = new SingleBar(
      { format, stream: output as WriteStream, hideCursor: true },
      Presets.shades_classic,
    );
    bar.start(total, 0);
    return { update: (done) => bar.update(Math.min(done, total)), stop: () => bar.stop() };
  }
  let current = 0;
  const tell = () =>
    void output.write(`  ${Math.floor((100 * current) / Math.max(1, total))} % (${current}/${total})\n`);
  const timer = setInterval(tell, lineEveryMilliseconds);
  return {
    update: (done) => {
      current = Math.min(done, total);
    },
    stop: () => clearInterval(timer),
  };
}
