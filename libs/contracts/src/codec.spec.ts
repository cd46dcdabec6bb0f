import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decodeEvent, encodeEvent } from './codec.js';
import { postsAnalyzed, postsCollected } from './posts.js';
import { allStreams } from './streams.js';

const goldenFolder = new URL('../golden/', import.meta.url);
const goldenFiles = readdirSync(goldenFolder).filter((name) => name.endsWith('.golden.json'));

function golden(name: string): Uint8Array {
  return readFileSync(new URL(name, goldenFolder));
}

describe('golden events: every version ever written can still be read', () => {
  it.each(goldenFiles)('%s', (name) => {
    const [type = '', version = ''] = name.replace('.golden.json', '').split('.v');
    const stream = allStreams.find((each) =>
      each.events.some((event) => event.type === type && `${event.v}` === version),
    );
    expect(stream).toBeDefined();
    const bytes = golden(name);
    const decoded = decodeEvent(stream!, bytes);
    expect(decoded).toMatchObject({ ok: true });
    if (!decoded.ok) return;
    // Fields that came later have defaults; nothing that was written may be lost or changed.
    expect(JSON.parse(new TextDecoder().decode(encodeEvent(decoded.event)))).toMatchObject(
      JSON.parse(new TextDecoder().decode(bytes)),
    );
  });

  it('exist for every event of every stream', () => {
    const declared = allStreams.flatMap((stream) =>
      stream.events.map((event) => `${event.type}.v${event.v}.golden.json`),
    );
    expect(goldenFiles.sort()).toEqual([...new Set(declared)].sort());
  });
});

describe('what cannot be read', () => {
  const good = JSON.parse(new TextDecoder().decode(golden('post.collected.v1.golden.json')));
  const cases: [string, Uint8Array][] = [
    ['notUtf8', Uint8Array.of(0x7b, 0xff, 0xfe)],
    ['notJson', bytes('{"id":')],
    ['notAnEvent', bytes('[1,2]')],
    ['notAnEvent', bytes('null')],
    ['unknownEvent', bytes(JSON.stringify({ ...good, type: 'post.guessed' }))],
    ['unknownEvent', bytes(JSON.stringify({ ...good, v: 99 }))],
    ['wrongData', bytes(JSON.stringify({ ...good, data: { ...good.data, revision: 0 } }))],
    ['wrongData', bytes(JSON.stringify({ ...good, data: '['.repeat(5_000) }))],
  ];
  it.each(cases)('%s comes back as a reason, never as an exception', (reason, message) => {
    expect(decodeEvent(postsCollected, message)).toMatchObject({ ok: false, reason });
  });

  it('an event of another stream is unknown here', () => {
    expect(decodeEvent(postsAnalyzed, golden('post.collected.v1.golden.json'))).toMatchObject({
      ok: false,
      reason: 'unknownEvent',
    });
  });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
