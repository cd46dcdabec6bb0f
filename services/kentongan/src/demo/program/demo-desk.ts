import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '@kentongan/platform';
import { type RunningKentongan, startKentongan } from '../../boot/start-kentongan.js';

/** A desk of its own on a folder of its own, gone when it stops. */
export interface DemoDesk {
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
}

const host = '127.0.0.1';
const defaultPort = 3_000;

export async function startDemoDesk(wantedPort: number | undefined): Promise<DemoDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-demo-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    // PostgreSQL does not run as root: the server's own user must be able to pass through.
    chmodSync(folder, 0o755);
    const token = randomBytes(24).toString('hex');
    const running = await startIn(join(folder, 'data'), token, wantedPort ?? (await freePort()));
    return {
      url: running.url,
      token,
      stop: async () => {
        await running.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function startIn(dataDirectory: string, token: string, port: number): Promise<RunningKentongan> {
  // Nothing of this computer's own settings: the demo must never come near a real desk's data.
  const environment = {
    KENTONGAN_DATA_DIR: dataDirectory,
    KENTONGAN_TOKEN: token,
    KENTONGAN_LOG_LEVEL: 'warn',
    HOST: host,
    PORT: String(port),
  };
  return startKentongan(readConfiguration(environment, dataDirectory), { isDemo: true });
}

/** The usual port, or any other when a desk already answers there. */
async function freePort(): Promise<number> {
  const usual = Number(process.env['PORT'] || defaultPort);
  const isFree = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(usual, host, () => probe.close(() => resolve(true)));
  });
  return isFree ? usual : 0;
}
