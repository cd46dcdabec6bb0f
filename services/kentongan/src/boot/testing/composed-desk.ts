import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  loadOrCreateSigningKey,
  type PersonPrincipal,
  readConfiguration,
  type Secret,
  signPrincipal,
} from '@kentongan/platform';
import { createTestDatabase } from '@kentongan/testing';
import type { INestApplication } from '@nestjs/common';
import { startKentongan } from '../start-kentongan.js';

export const deskToken = 'token-meja-untuk-uji-coba';
const waitMilliseconds = 15_000;

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** All services in this process, on the test run's PostgreSQL. */
export class ComposedDesk {
  private constructor(
    readonly url: URL,
    readonly application: INestApplication,
    readonly dataDirectory: string,
    private readonly signingKey: Secret,
    private readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<ComposedDesk> {
    const database = await createTestDatabase();
    const dataDirectory = mkdtempSync(join(tmpdir(), 'composed-desk-'));
    const environment = {
      DATABASE_URL: database.url,
      KENTONGAN_DATA_DIR: dataDirectory,
      KENTONGAN_TOKEN: deskToken,
      KENTONGAN_LOG_LEVEL: 'error',
      PORT: '0',
    };
    const running = await startKentongan(readConfiguration(environment, dataDirectory));
    const signingKey = loadOrCreateSigningKey(dataDirectory);
    return new ComposedDesk(
      new URL(running.url),
      running.application,
      dataDirectory,
      signingKey,
      async () => {
        await running.stop();
        await database.drop();
        rmSync(dataDirectory, { recursive: true, force: true });
      },
    );
  }

  /** The header that the gateway would make of this person's session. */
  async bearerOf(person: Omit<PersonPrincipal, 'kind'>): Promise<string> {
    return `Bearer ${await signPrincipal({ kind: 'person', ...person }, this.signingKey, Date.now())}`;
  }

  /** A string body is sent as NDJSON, anything else as JSON; a stream of events is not waited for. */
  ask(method: string, path: string, bearer: string | null, body?: unknown): Promise<Answer> {
    const type = typeof body === 'string' ? 'application/x-ndjson' : 'application/json';
    const headers = {
      ...(bearer !== null && { authorization: bearer }),
      ...(body !== undefined && { 'content-type': type }),
    };
    return new Promise((resolve, reject) => {
      const options = { method: method.toUpperCase(), headers, agent: false };
      const sent = request(new URL(path, this.url), options, (response) => {
        const status = response.statusCode ?? 0;
        let text = '';
        if (String(response.headers['content-type']).includes('event-stream')) {
          response.destroy();
          resolve({ status, text });
          return;
        }
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status, text }));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
    });
  }

  /** Asks with the desk's token until the answer is 200: services learn of each other's doings a moment later. */
  async untilOk(method: string, path: string, bearer: string, body?: unknown): Promise<Answer> {
    const until = Date.now() + waitMilliseconds;
    for (;;) {
      const answer = await this.ask(method, path, bearer, body);
      if (answer.status === 200) return answer;
      if (Date.now() > until)
        throw new Error(`${method} ${path} still answers ${answer.status}: ${answer.text}`);
      await pause(100);
    }
  }

  close(): Promise<void> {
    return this.stop();
  }
}
