import type { IssueCard } from '@kentongan/contracts';
import { payloadOf } from '@kentongan/testing';
import { type DeskDoor, DeskSession } from './desk-session.js';

export const postsToAlarm = 3;
const issuesMax = 200;

/** A region with one watched phrase per alarm to be planted, and one officer on duty who hears of each. */
export class PlantedAlarms {
  private constructor(
    readonly admin: DeskSession,
    readonly officer: DeskSession,
    readonly region: string,
  ) {}

  /** @param door a desk at its first start @param alarmsMax how many can be planted; at most the issues of one list */
  static async prepare(
    door: DeskDoor,
    options: { readonly region: string; readonly userName: string; readonly alarmsMax: number },
  ): Promise<PlantedAlarms> {
    const { region, userName, alarmsMax } = options;
    if (alarmsMax > issuesMax) throw new Error(`at most ${issuesMax} alarms can be planted`);
    const admin = await DeskSession.setUp(door);
    const settings = {
      regionId: region,
      name: 'Kota Percobaan',
      mode: 'live',
      watchRules: rulesOf(alarmsMax),
    };
    await admin.ask('PUT', `/api/regions/${region}`, settings);
    const officer = await admin.colleague(userName, 'officer', [region]);
    const dutyOfficers = [{ userId: officer.userId, name: officer.session.user.name }];
    await admin.ask('PUT', `/api/regions/${region}`, { ...settings, dutyOfficers });
    return new PlantedAlarms(admin, officer, region);
  }

  /** Sends one of the posts of an alarm, `number` from 1; the one numbered `postsToAlarm` tips it. @throws when it is not taken */
  async send(alarm: number, number: number): Promise<void> {
    const post = {
      id: `uji-${alarm}-${number}`,
      ts: new Date().toISOString(),
      platform: 'uji',
      author: `penulis${alarm}x${number}`,
      text: textOf(alarm, number),
    };
    const path = `/api/posts?region=${this.region}&source=uji`;
    const answer = await this.admin.desk.post(path, `${JSON.stringify(post)}\n`);
    const told = await answer.text(); // one that is sent again is `unchanged` or `updated`
    if (!told.includes('"postId"')) throw new Error(`the post was not taken: ${post.id}: ${told}`);
  }

  /** The issues of each alarm that has any: one, if all is well. */
  async issues(): Promise<ReadonlyMap<number, readonly string[]>> {
    const path = `/api/issues?region=${this.region}&limit=${issuesMax}`;
    const { issues } = await this.admin.get<{ issues: IssueCard[] }>(path);
    const found = new Map<number, string[]>();
    for (const { issueId, signal } of issues) {
      const alarm = alarmOf(signal?.key.value ?? '');
      if (alarm !== null) found.set(alarm, [...(found.get(alarm) ?? []), issueId]);
    }
    return found;
  }
}

/** Harmful enough that somebody is told, with words of its own: no text is another's copy, and no subject rises with all of them. */
const textOf = (alarm: number, number: number): string => {
  const words = payloadOf(`${alarm}-${number}`).match(/.{8}/g) ?? [];
  return `${phraseOf(alarm)}: kabar penjarahan, hadiah undian, ${words.join(' ')}`;
};
const rulePrefix = 'uji-';
const ruleOf = (alarm: number): string => `${rulePrefix}${alarm}`;
const phraseOf = (alarm: number): string => `sandipercobaan${alarm}`;
const alarmOf = (ruleId: string): number | null =>
  ruleId.startsWith(rulePrefix) ? Number(ruleId.slice(rulePrefix.length)) : null;

function rulesOf(alarmsMax: number): readonly object[] {
  return Array.from({ length: alarmsMax }, (_, alarm) => ({
    id: ruleOf(alarm),
    phrases: [phraseOf(alarm)],
    count: postsToAlarm,
    windowMinutes: 60,
  }));
}
