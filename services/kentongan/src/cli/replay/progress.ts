import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a replay is. Never writes to standard output: that belongs to the result. */
export interface Progress {
  start(bytesTotal: number): void;
  update(bytes: number, posts: number): void;
  say(message: string): void;
  stop(): void;
}

const lineEveryMilliseconds = 10_000;

/** A bar on a terminal; elsewhere a line every ten seconds, so that a log stays readable. */
export function createProgress(output: Pick<WriteStream, 'write' | 'isTTY'>): Progress {
  return output.isTTY ? bar(output as WriteStream) : lines(output);
}

function bar(output: WriteStream): Progress {
  const format = 'replay |{bar}| {percentage} % · {posts} posts · {perSecond}/s · {eta_formatted} left';
  const view = new SingleBar({ format, stream: output, hideCursor: true }, Presets.shades_classic);
  const startedAt = performance.now();
  return {
    start: (bytesTotal) => view.start(bytesTotal, 0, { posts: 0, perSecond: 0 }),
    update: (bytes, posts) =>
      view.update(bytes, { posts, perSecond: Math.round(posts / ((performance.now() - startedAt) / 1_000)) }),
    say: (message) => output.write(`\n${message}\n`),
    stop: () => view.stop(),
  };
}

function lines(output: Pick<WriteStream, 'write'>): Progress {
  let total = 0;
  let current = { bytes: 0, posts: 0 };
  let timer: NodeJS.Timeout | undefined;
  const say = (message: string) => void output.write(`${message}\n`);
  return {
    start: (bytesTotal) => {
      total = bytesTotal;
      timer = setInterval(() => {
        const percent = total === 0 ? 100 : Math.floor((100 * current.bytes) / total);
        say(`replay: ${percent} %, ${current.posts} posts`);
      }, lineEveryMilliseconds);
      timer.unref();
    },
    update: (bytes, posts) => {
      current = { bytes, posts };
    },
    say,
    stop: () => clearInterval(timer),
  };
}
