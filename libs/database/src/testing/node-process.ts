import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';

const library = pathToFileURL(fileURLToPath(new URL('../index.js', import.meta.url))).href;

/** A Node process of its own that a test may kill. */
export interface NodeProcess {
  readonly child: ChildProcess;
  /** Resolves with the rest of the first line of output that starts with `word`; rejects when the process ends before. */
  said(word: string): Promise<string>;
  /** All output once the process has ended, and how it ended. */
  ended(): Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string }>;
}

/**
 * Runs a module's text in a new Node process. The compiled library is there as `database`.
 * @param as the user to run as; the caller must be root
 */
export function runNode(text: string, as?: { uid: number; gid: number }): NodeProcess {
  const script = `import * as database from ${JSON.stringify(library)};\n${text}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    ...as,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let isClosed = false;
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const closed = once(child, 'close').then(() => {
    isClosed = true;
  });
  return {
    child,
    said: async (word) => {
      const line = new RegExp(`^${word} (.*)\\n`, 'm');
      for (;;) {
        const found = line.exec(output)?.[1];
        if (found !== undefined) return found;
        if (isClosed) throw new Error(`the process ended before it said ${word}:\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    ended: async () => {
      await closed;
      return { code: child.exitCode, signal: child.signalCode, output };
    },
  };
}
