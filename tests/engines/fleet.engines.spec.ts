import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allStreams, serviceNames } from '@kentongan/contracts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@kentongan/database';
import { RecordingObserver } from '@kentongan/messaging/contract';
import {
  type ElasticsearchEngine,
  judge,
  type KafkaEngine,
  Oracle,
  startElasticsearch,
  startKafka,
} from '@kentongan/testing';
import { Fleet } from '../support/fleet.js';
import { openTemporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';
import { counts } from './support/counts.js';
import { FleetAlarms } from './support/fleet-alarms.js';
import { exportedEffects, FleetLoad, freshSeconds } from './support/fleet-load.js';
import { openParts, type Parts } from './support/parts.js';
import { recordResult } from './support/results.js';

const region = 'history';
const serviceSecondsMax = 20;
const serverSecondsMax = 15;
const downSeconds = 3;
const drainSecondsMax = 120;
const rounds = counts(10);
const servers = 3;
const verdicts = 2;

describe('the whole fleet on real servers, under load', () => {
  const folder = openTemporaryFolder();
  let kafka: KafkaEngine;
  let elasticsearch: ElasticsearchEngine;
  let postgres: EmbeddedPostgres;
  let fleet: Fleet;
  let parts: Parts;
  let alarms: FleetAlarms;
  let incidents = 0;

  beforeAll(async () => {
    [kafka, elasticsearch, postgres] = await Promise.all([
      startKafka(),
      startElasticsearch(),
      startEmbeddedPostgres({
        dataDirectory: `${folder.path}/postgres`,
        onIncident: () => {
          incidents += 1;
        },
      }),
    ]);
    fleet = await Fleet.start({
      databaseUrl: postgres.url,
      kafkaBrokers: kafka.brokers,
      elasticsearchUrl: elasticsearch.url,
    });
    parts = openParts(
      { databaseUrl: postgres.url, kafkaBrokers: [kafka.brokers], elasticsearchUrl: elasticsearch.url },
      new RecordingObserver(),
    );
    alarms = await FleetAlarms.prepare(fleet, rounds * (serviceNames.length + servers) + verdicts);
  }, 240_000);

  afterAll(async () => {
    await parts?.close().catch(() => {});
    await fleet?.stop().catch(() => {});
    await Promise.all([kafka?.engine.stop(), elasticsearch?.engine.stop(), postgres?.stop()]);
    folder.remove();
  }, 120_000);

  /** Everything that any group has not handled. */
  const waiting = async (): Promise<number> => {
    const states = await parts.streams.states(allStreams);
    return states.flatMap(({ groups }) => groups).reduce((sum, { lag }) => sum + lag, 0);
  };

  async function verdict(oracle: Oracle, faultsSeen: number) {
    const freshPassed = await freshSeconds(fleet, region, oracle, 60).then(
      () => true,
      () => false,
    );
    await until(
      () => waiting().catch(() => Number.NaN),
      (lag) => lag === 0,
      drainSecondsMax,
    );
    const wanted = oracle.obligations.size;
    const read = () => exportedEffects(fleet, region);
    const own = (effects: Awaited<ReturnType<typeof read>>) =>
      effects.filter(({ id }) => oracle.issued.has(id) || !/^(layanan|server)-\d+$/.test(id));
    const effects = await until(read, (found) => own(found).length >= wanted, 10).catch(read);
    return judge({
      issued: oracle.issued,
      obligations: oracle.obligations,
      effects: own(effects),
      faultsSeen,
      freshPassed,
    });
  }

  it('each service in turn is killed and comes back within 20 s, nothing lost, nothing doubled', async () => {
    const oracle = new Oracle('layanan');
    const load = new FleetLoad(fleet, region, oracle, 100);
    const seconds = new Map<string, number>();
    const killed = new Set<number>();
    await freshSeconds(fleet, region, oracle, 60);
    for (let round = 0; round < rounds; round += 1)
      for (const name of serviceNames) {
        const process = fleet.process(name);
        killed.add(process.pid);
        await alarms.plant();
        await process.kill();
        expect(process.isRunning).toBe(false);
        const killedAt = performance.now();
        await process.start(); // as a supervisor would
        await freshSeconds(fleet, region, oracle, 60);
        seconds.set(name, Math.max(seconds.get(name) ?? 0, (performance.now() - killedAt) / 1_000));
      }
    await load.stop();
    expect(killed.size).toBe(rounds * serviceNames.length);
    const outcome = await verdict(oracle, killed.size);
    await judgeAlarms('services die', killed.size);
    for (const [name, recoverySeconds] of seconds)
      recordResult({
        suite: 'fleet',
        fault: `SIGKILL of ${name}`,
        count: rounds,
        verdict: outcome,
        recoverySeconds,
      });
    expect(outcome.problems).toEqual([]);
    expect(Math.max(...seconds.values())).toBeLessThanOrEqual(serviceSecondsMax);
  }, 1_500_000);

  it('each server in turn is killed, and posts flow again within 15 s of its return', async () => {
    const oracle = new Oracle('server');
    const load = new FleetLoad(fleet, region, oracle, 100);
    const seconds = new Map<string, number>();
    const pids = new Set<number>();
    const fleetPids = fleet.processes().map(({ pid }) => pid);
    const kills: readonly (readonly [string, () => Promise<number>])[] = [
      ['Kafka', () => killEngine(kafka.engine)],
      ['Elasticsearch', () => killEngine(elasticsearch.engine)],
      ['PostgreSQL', killPostgres],
    ];
    await freshSeconds(fleet, region, oracle, 60);
    for (let round = 0; round < rounds; round += 1)
      for (const [name, kill] of kills) {
        await alarms.plant();
        pids.add(await kill());
        const backAt = performance.now();
        await freshSeconds(fleet, region, oracle, 60);
        seconds.set(name, Math.max(seconds.get(name) ?? 0, (performance.now() - backAt) / 1_000));
      }
    await load.stop();
    expect(pids.size).toBe(rounds * kills.length);
    const outcome = await verdict(oracle, pids.size);
    await judgeAlarms('servers die', pids.size);
    for (const [name, recoverySeconds] of seconds)
      recordResult({
        suite: 'fleet',
        fault: `SIGKILL of ${name}`,
        count: rounds,
        verdict: outcome,
        recoverySeconds,
      });
    expect(outcome.problems).toEqual([]);
    expect(Math.max(...seconds.values())).toBeLessThanOrEqual(serverSecondsMax);
    // A server that goes away takes no service with it.
    expect(fleet.processes().map(({ pid }) => pid)).toEqual(fleetPids);
  }, 1_500_000);

  /** What was planted just before each death is one issue each, and told once. */
  async function judgeAlarms(fault: string, faultsSeen: number): Promise<void> {
    const { issues, messages } = await alarms.verdict(faultsSeen);
    recordResult({ suite: 'fleet', fault: `issues while ${fault}`, count: faultsSeen, verdict: issues });
    recordResult({ suite: 'fleet', fault: `messages while ${fault}`, count: faultsSeen, verdict: messages });
    expect([...issues.problems, ...messages.problems]).toEqual([]);
  }

  /** @returns the process id that was killed */
  async function killEngine(engine: KafkaEngine['engine']): Promise<number> {
    const { pid } = engine;
    await engine.kill();
    await pause(downSeconds * 1_000);
    await engine.start();
    return pid;
  }

  /** The embedded server's supervisor starts it again by itself. */
  async function killPostgres(): Promise<number> {
    const { pid } = postgres;
    const before = incidents;
    process.kill(pid, 'SIGKILL');
    await until(async () => incidents > before && postgres.pid !== pid, Boolean, 60);
    return pid;
  }
});
