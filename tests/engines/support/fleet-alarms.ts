import { setTimeout as pause } from 'node:timers/promises';
import { type Effect, judge, Oracle, payloadOf, type Verdict } from '@kentongan/testing';
import type { Fleet } from '../../support/fleet.js';
import { PlantedAlarms, postsToAlarm } from '../../support/planted-alarms.js';
import { until } from '../../support/until.js';

const region = 'waspada';
const name = 'alarm';
const retryMilliseconds = 200;
const acceptSecondsMax = 60;
const settleSecondsMax = 60;
/** Long enough for a second message to be written by whoever would write one. */
const restSeconds = 2;

/** Alarms of a fleet under fire: each one planted must become one issue, and one message to the officer on duty. */
export class FleetAlarms {
  private readonly oracle = new Oracle(name);

  private constructor(private readonly alarms: PlantedAlarms) {}

  /** @param alarmsMax one of each verdict among them */
  static async prepare(fleet: Fleet, alarmsMax: number): Promise<FleetAlarms> {
    return new FleetAlarms(await PlantedAlarms.prepare(fleet, { region, userName: 'petugas', alarmsMax }));
  }

  /** Sends the posts of a new alarm, again until each is acknowledged; what follows from them is still on its way. */
  async plant(): Promise<void> {
    const { id } = this.oracle.issue();
    for (let number = 1; number <= postsToAlarm; number += 1)
      await until(() => this.send(id, number), Boolean, acceptSecondsMax);
    this.oracle.accept(id);
  }

  /** After everything drained. @returns the judge's word on issues and on messages */
  async verdict(faultsSeen: number): Promise<{ readonly issues: Verdict; readonly messages: Verdict }> {
    await this.plant();
    const wanted = this.oracle.obligations.size;
    const passed = await until(
      () => this.effects().catch(() => null),
      (effects) => effects !== null && effects.issues.length >= wanted && effects.messages.length >= wanted,
      settleSecondsMax,
    ).then(
      () => true,
      () => false,
    );
    await pause(restSeconds * 1_000);
    const { issues, messages } = await this.effects();
    const evidence = {
      issued: this.oracle.issued,
      obligations: this.oracle.obligations,
      faultsSeen,
      freshPassed: passed,
    };
    return {
      issues: judge({ ...evidence, effects: issues }),
      messages: judge({ ...evidence, effects: messages }),
    };
  }

  private async send(id: string, number: number): Promise<boolean> {
    return this.alarms.send(numberOf(id), number).then(
      () => true,
      () => pause(retryMilliseconds, false),
    );
  }

  private async effects(): Promise<{ readonly issues: Effect[]; readonly messages: Effect[] }> {
    const issues: Effect[] = [];
    const messages: Effect[] = [];
    const { admin, officer } = this.alarms;
    for (const [alarm, issueIds] of await this.alarms.issues())
      for (const issueId of issueIds) {
        const effect = { id: `${name}-${alarm}`, payload: payloadOf(`${name}-${alarm}`) };
        issues.push(effect);
        const told = await admin.get<{ recipient: string }[]>(`/api/deliveries?issueId=${issueId}`);
        messages.push(...told.filter(({ recipient }) => recipient === officer.userId).map(() => effect));
      }
    return { issues, messages };
  }
}

const numberOf = (id: string): number => Number(id.slice(name.length + 1));
