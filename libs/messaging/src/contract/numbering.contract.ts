import { describe, expect, it } from '@jest/globals';
import { messages, type OpenStreamPort, RecordingObserver, testStream, testTable } from './harness.js';

export function numberingContract(name: string, open: OpenStreamPort): void {
  describe(`${name} says what its offsets mean`, () => {
    it('the same to everyone and after every apply, another for every stream', async () => {
      const { port, another, close } = await open(new RecordingObserver());
      try {
        const [stream, other, table] = [testStream(2), testStream(2), testTable()];
        await port.apply([stream, other, table]);
        const { identity, ends } = await port.numbering(stream);
        expect(ends).toEqual([0, 0]);
        const records = messages(20);
        await port.publish(stream, records);
        await port.publish(table, records.slice(0, 1));
        await port.apply([stream]);
        const told = await (await another()).port.numbering(stream);
        expect(told.identity).toBe(identity);
        expect(told.ends.reduce((sum, end) => sum + end, 0)).toBe(records.length);
        const identities = [told, await port.numbering(other), await port.numbering(table)];
        expect(new Set(identities.map((each) => each.identity)).size).toBe(3);
      } finally {
        await close();
      }
    });

    it('another one once a stream was removed and made anew under its name', async () => {
      const { port, another, remove, close } = await open(new RecordingObserver());
      try {
        const stream = testStream(1);
        await port.apply([stream]);
        await port.publish(stream, messages(5));
        const before = await port.numbering(stream);
        await remove(stream);
        const { port: after } = await another();
        await after.apply([stream]);
        const anew = await after.numbering(stream);
        expect(before.ends).toEqual([5]);
        expect(anew.ends).toEqual([0]);
        expect(anew.identity).not.toBe(before.identity);
      } finally {
        await close();
      }
    });
  });
}
