import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfiguration } from './configuration.js';

describe('configuration', () => {
  it('needs nothing: all embedded, on the loopback address, data where the user stands', () => {
    expect(readConfiguration({}, '/home/humas')).toEqual({
      dataDirectory: '/home/humas/data',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: null,
      trustedProxies: 0,
      databaseUrl: null,
      databaseConnections: null,
      kafkaBrokers: null,
      kafkaSecurity: { isEncrypted: false, credentials: null },
      drafter: null,
      elasticsearchUrl: null,
      serviceUrls: { collector: [], analyzer: [], archiver: [], detector: [], responder: [], notifier: [] },
      token: null,
      signingKey: null,
      authorSecret: null,
      logLevel: 'log',
    });
  });

  it('lists all problems at once', () => {
    const broken = {
      PORT: 'tiga',
      DATABASE_URL: 'mysql://x',
      KENTONGAN_TOKEN: 'pendek',
      KAFKA_BROKERS: 'a',
      ELASTICSEARCH_URL: 'elastic:9200',
    };
    const problems = problemsOf(broken);
    expect(problems).toHaveLength(5);
    expect(problems.join()).toMatch(/PORT.*KAFKA_BROKERS.*ELASTICSEARCH_URL.*DATABASE_URL.*KENTONGAN_TOKEN/);
  });

  it('takes several brokers and hides what the address of the archive carries', () => {
    const { kafkaBrokers, elasticsearchUrl } = readConfiguration(
      { KAFKA_BROKERS: 'a:9092, b:9093', ELASTICSEARCH_URL: 'https://humas:canary-99@cari:9200' },
      '/',
    );
    expect(kafkaBrokers).toEqual(['a:9092', 'b:9093']);
    expect(JSON.stringify({ elasticsearchUrl })).not.toContain('canary');
  });

  it('signs in at Kafka with both a name and a password, or with neither', () => {
    const { kafkaSecurity } = readConfiguration(
      { KAFKA_TLS: 'true', KAFKA_USERNAME: 'desk', KAFKA_PASSWORD: 'canary-2211' },
      '/',
    );
    expect(kafkaSecurity.isEncrypted).toBe(true);
    expect(kafkaSecurity.credentials?.password.reveal()).toBe('canary-2211');
    expect(JSON.stringify(kafkaSecurity)).not.toContain('canary');
    for (const broken of [{ KAFKA_USERNAME: 'desk' }, { KAFKA_PASSWORD: 'x' }, { KAFKA_TLS: 'ya' }])
      expect(problemsOf(broken)).toHaveLength(1);
  });

  it('words drafts by a model only where address and model are set, over https, and hides the key', () => {
    const set = { KENTONGAN_DRAFTER_URL: 'https://model.example/v1/', KENTONGAN_DRAFTER_MODEL: 'qwen3' };
    const { drafter } = readConfiguration({ ...set, KENTONGAN_DRAFTER_KEY: 'canary-5521' }, '/');
    expect(drafter).toMatchObject({ url: 'https://model.example/v1', model: 'qwen3', timeoutSeconds: 30 });
    expect(drafter?.key?.reveal()).toBe('canary-5521');
    expect(JSON.stringify(drafter)).not.toContain('canary');
    for (const broken of [
      { KENTONGAN_DRAFTER_KEY: 'x' },
      { KENTONGAN_DRAFTER_URL: set.KENTONGAN_DRAFTER_URL },
      { ...set, KENTONGAN_DRAFTER_URL: 'http://model.example/v1' },
      { ...set, KENTONGAN_DRAFTER_URL: 'https://humas:kunci@model.example/v1' },
      { ...set, KENTONGAN_DRAFTER_TIMEOUT_SECONDS: '1' },
    ])
      expect(problemsOf(broken)).toHaveLength(1);
  });

  it('takes several addresses of a service, and refuses what is none', () => {
    const { serviceUrls } = readConfiguration({ DETECTOR_URL: 'http://a:3000/, http://b:3000' }, '/');
    expect(serviceUrls.detector).toEqual(['http://a:3000', 'http://b:3000']);
    for (const address of ['detector:3000', 'http://a:3000/api', 'http://humas:rahasia@a:3000'])
      expect(problemsOf({ DETECTOR_URL: address }).join()).toContain('DETECTOR_URL');
  });

  it('reads a secret from a file, refuses both forms together, and never prints it', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'secret-')), 'url');
    writeFileSync(file, 'postgres://u:canary-7731@db/kentongan\n');
    const { databaseUrl } = readConfiguration({ DATABASE_URL_FILE: file }, '/');
    expect(databaseUrl?.reveal()).toBe('postgres://u:canary-7731@db/kentongan');
    expect(`${databaseUrl} ${JSON.stringify({ databaseUrl })} ${inspect({ databaseUrl })}`).not.toContain(
      'canary',
    );
    expect(problemsOf({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://x' }).join()).toContain(
      'keep one',
    );
    expect(problemsOf({ DATABASE_URL_FILE: `${file}.gone` }).join()).toContain('ENOENT');
  });
});

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfiguration(environment, '/');
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  throw new Error('the configuration was accepted');
}
