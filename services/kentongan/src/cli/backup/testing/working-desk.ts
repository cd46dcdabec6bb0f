import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Configuration, loadOrCreateToken, readConfiguration } from '@kentongan/platform';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { startKentongan } from '../../../boot/start-kentongan.js';

export const region = 'kota-uji';
const waitSecondsMax = 20;

/** A database and a data directory of their own, with or without a desk at work on them. */
export class Place {
  private constructor(
    readonly database: TestDatabase,
    readonly dataDirectory: string,
  ) {}

  static async make(): Promise<Place> {
    return new Place(await createTestDatabase(), mkdtempSync(join(tmpdir(), 'kentongan-place-')));
  }

  get configuration(): Configuration {
    const environment = {
      DATABASE_URL: this.database.url,
      KENTONGAN_DATA_DIR: this.dataDirectory,
      KENTONGAN_LOG_LEVEL: 'error',
      PORT: '0',
    };
    return readConfiguration(environment, this.dataDirectory);
  }

  async schemas(): Promise<string[]> {
    const { rows } = await this.database.pool.query<{ name: string }>(
      `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_|^(public|information_schema)$' ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  }

  async remove(): Promise<void> {
    await this.database.drop();
    rmSync(this.dataDirectory, { recursive: true, force: true });
  }
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** All services in this process on a place, spoken to over HTTP with the desk's token. */
export class WorkingDesk {
  private constructor(
    readonly url: string,
    private readonly token: string,
    readonly stop: () => Promise<void>,
  ) {}

  static async start({
    configuration,
    dataDirectory,
  }: Pick<Place, 'configuration' | 'dataDirectory'>): Promise<WorkingDesk> {
    const running = await startKentongan(configuration);
    const token = loadOrCreateToken(null, dataDirectory).reveal();
    return new WorkingDesk(running.url, token, () => running.stop());
  }

  /** A string body is sent as NDJSON, anything else as JSON. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const type = typeof body === 'string' ? 'application/x-ndjson' : 'application/json';
    const options = {
      method,
      agent: false,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body !== undefined && { 'content-type': type }),
        ...headers,
      },
    };
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.url), options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
    });
  }

  async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const { status, text } = await this.ask(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${text}`);
    return JSON.parse(text) as T;
  }

  /** What became of each post. */
  async post(posts: readonly object[]): Promise<string[]> {
    const body = posts.map((post) => `${JSON.stringify(post)}\n`).join('');
    const { status, text } = await this.ask('POST', `/api/posts?region=${region}`, body);
    if (status !== 200) throw new Error(`posts were answered with ${status}: ${text}`);
    const lines = text.trim().split('\n').slice(0, -1);
    return lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome);
  }

  async archived(): Promise<number> {
    return (await this.json<{ count: number }>('GET', `/api/archive/count?region=${region}`)).count;
  }

  async until(ready: () => Promise<boolean>): Promise<void> {
    const deadline = performance.now() + waitSecondsMax * 1_000;
    while (!(await ready())) {
      if (performance.now() > deadline) throw new Error(`not so within ${waitSecondsMax} s: ${ready}`);
      await pause(50);
    }
  }
}

/** Invented: a few people, each with many posts. */
export function inventedPost(number: number, at: number): object {
  return {
    id: String(number),
    platform: 'contoh',
    ts: new Date(at + number * 1_000).toISOString(),
    text: `kabar nomor ${number}: lampu jalan mati di dekat pasar, kata tetangga ke-${number % 7}`,
    author: `warga${number % 5}`,
    likes: number % 11,
  };
}
