import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a move is. Never writes to standard output: that belongs to the result. */
export interface MoveProgress {
  start(postsTotal: number): void;
  add(posts: number): void;
  stop(): void;
}

const lineEveryPosts = 50_000;

/** A bar on a terminal; elsewhere a line every 50,000 posts, so that a log stays readable. */
export function createMoveProgress(output: Pick<WriteStream, 'write' | 'isTTY'>): MoveProgress {
  return output.isTTY ? bar(output as WriteStream) : lines(output);
}

function bar(output: WriteStream): MoveProgress {
  const format = 'archive |{bar}| {percentage} % · {value} of {total} posts · {eta_formatted} left';
  const view = new SingleBar({ format, stream: output, hideCursor: true }, Presets.shades_classic);
  return {
    start: (postsTotal) => view.start(postsTotal, 0),
    add: (posts) => view.increment(posts),
    stop: () => view.stop(),
  };
}

function lines(output: Pick<WriteStream, 'write'>): MoveProgress {
  let total = 0;
  let done = 0;
  return {
    start: (postsTotal) => {
      total = postsTotal;
    },
    add: (posts) => {
      const before = Math.floor(done / lineEveryPosts);
      done += posts;
      if (Math.floor(done / lineEveryPosts) > before) output.write(`archive: ${done} of ${total} posts\n`);
    },
    stop: () => {},
  };
}
