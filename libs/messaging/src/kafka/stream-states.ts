import { deadStreamName, type Stream } from '@kentongan/contracts';
import type { Admin } from 'kafkajs';
import { redriveGroup } from '../redrive.js';
import type { StreamState } from '../stream.port.js';
import { committedOf, endsOf, groupOf, kafkaGroupId, lagOf } from './offsets.js';

/** How streams stand, from the ends of the topics and the committed offsets; no message is read. */
export async function streamStates(admin: Admin, streams: readonly Stream[]): Promise<StreamState[]> {
  const { groups } = await admin.listGroups();
  const groupIds = groups.map(({ groupId }) => groupId);
  const states: StreamState[] = [];
  for (const { name } of streams) {
    const ends = await endsOf(admin, name);
    const lags: { group: string; lag: number }[] = [];
    for (const groupId of groupIds) {
      const group = groupOf(groupId, name);
      if (group === null) continue;
      lags.push({ group, lag: lagOf(ends, await committedOf(admin, groupId, name)) });
    }
    states.push({
      name,
      groups: lags.sort((a, b) => a.group.localeCompare(b.group)),
      deadLetters: await deadLetters(admin, deadStreamName({ name }), groupIds),
    });
  }
  return states;
}

async function deadLetters(admin: Admin, name: string, groupIds: readonly string[]): Promise<number> {
  const groupId = kafkaGroupId(redriveGroup, name);
  const redriven = groupIds.includes(groupId) ? await committedOf(admin, groupId, name) : new Map();
  return lagOf(await endsOf(admin, name), redriven);
}
