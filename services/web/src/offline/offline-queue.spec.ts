import { describe, expect, it } from 'vitest';
import { OfflineQueue, type QueuedMove, queuedMovesMax } from './offline-queue.js';

class StubStorage {
  stored: string | null = null;
  getItem = () => this.stored;
  setItem = (_: string, value: string) => {
    this.stored = value;
  };
}

const move = (issueId: string, more: Partial<QueuedMove> = {}): QueuedMove => ({
  issueId,
  title: issueId,
  version: 1,
  move: 'acknowledge',
  at: '2026-11-22T05:00:00.000Z',
  ...more,
});

describe('decisions made offline', () => {
  it('survive a reload and are sent in order, each once', async () => {
    const storage = new StubStorage();
    const before = new OfflineQueue(storage);
    before.add(move('a'));
    before.add(move('b', { move: 'dismiss', dismissReason: 'notAnIssue' }));

    const after = new OfflineQueue(storage);
    const sent: string[] = [];
    await after.send(async ({ issueId }) => {
      sent.push(issueId);
      return 'done';
    });
    expect(sent).toEqual(['a', 'b']);
    expect(new OfflineQueue(storage).list()).toEqual([]);
  });

  it('wait on when the server is still out of reach', async () => {
    const queue = new OfflineQueue(new StubStorage());
    queue.add(move('a'));
    queue.add(move('b'));
    let tries = 0;
    await queue.send(async () => {
      tries += 1;
      return tries === 1 ? 'done' : 'unreachable';
    });
    expect(tries).toBe(2);
    expect(queue.list().map(({ issueId }) => issueId)).toEqual(['b']);
  });

  it('are told when they were refused, and do not block the next', async () => {
    const queue = new OfflineQueue(new StubStorage());
    queue.add(move('a'));
    queue.add(move('b'));
    const refusals = await queue.send(async ({ issueId }) =>
      issueId === 'a' ? { refused: 'stale' } : 'done',
    );
    expect(refusals.map((each) => [each.move.issueId, each.error])).toEqual([['a', 'stale']]);
    expect(queue.list()).toEqual([]);
  });

  it('replace an earlier one about the same issue and can be taken back', () => {
    const queue = new OfflineQueue(new StubStorage());
    queue.add(move('a'));
    queue.add(move('a', { move: 'dismiss', dismissReason: 'criticism' }));
    expect(queue.list().map((each) => each.move)).toEqual(['dismiss']);
    expect(queue.remove('a')).toBe(true);
    expect(queue.remove('a')).toBe(false);
  });

  it('are sent by one sender at a time', async () => {
    const queue = new OfflineQueue(new StubStorage());
    queue.add(move('a'));
    let sent = 0;
    const sendOne = async () => {
      sent += 1;
      await Promise.resolve();
      return 'done' as const;
    };
    await Promise.all([queue.send(sendOne), queue.send(sendOne)]);
    expect(sent).toBe(1);
  });

  it('have a limit, and rubbish in the storage is passed over', () => {
    const queue = new OfflineQueue(new StubStorage());
    for (let index = 0; index < queuedMovesMax; index += 1) expect(queue.add(move(`i${index}`))).toBe(true);
    expect(queue.add(move('one too many'))).toBe(false);
    const storage = new StubStorage();
    storage.stored = '[{"issueId":1},"x",null]';
    expect(new OfflineQueue(storage).list()).toEqual([]);
    storage.stored = '{broken';
    expect(new OfflineQueue(storage).list()).toEqual([]);
  });
});
