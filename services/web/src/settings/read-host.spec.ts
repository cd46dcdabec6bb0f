import { RegionSettings } from '@kentongan/contracts';
import { describe, expect, it } from 'vitest';
import { readHost, readHosts } from './read-host.js';

describe('a pasted link', () => {
  it.each([
    ['https://www.Koran.example/berita/2026/air?x=1#y', 'koran.example'],
    ['koran.example', 'koran.example'],
    ['http://jateng.koran.example:8080/', 'jateng.koran.example'],
    ['https://m.koran.co.id/a', 'koran.co.id'],
    ['amp.koran.example', 'koran.example'],
    ['koran.example.', 'koran.example'],
    // A name that merely begins like a door is a name.
    ['m.id', 'm.id'],
    ['korankita.blogspot.com', 'korankita.blogspot.com'],
  ])('%s is kept as its host', (pasted, host) => {
    expect(readHost(pasted, 'press')).toEqual({ host, problem: null });
  });

  it.each([
    ['press', 'Koran Kita!', 'unreadable'],
    ['press', 'ftp://koran.example', 'unreadable'],
    ['press', 'javascript:alert(1)', 'unreadable'],
    ['press', '127.0.0.1', 'unreadable'],
    ['press', 'localhost', 'unreadable'],
    ['press', 'https://bit.ly/3abc', 'shortener'],
    ['link', 's.id/warta', 'shortener'],
    ['press', 'https://www.facebook.com/korankita', 'platform'],
    ['press', 'https://id-id.facebook.com/korankita', 'platform'],
    ['press', 'co.id', 'everybody'],
    ['press', 'go.id', 'everybody'],
  ] as const)('as %s, %s is not taken: %s', (use, pasted, problem) => {
    expect(readHost(pasted, use).problem).toBe(problem);
  });

  it('may lead a clarification where a newspaper could not be', () => {
    for (const host of ['youtube.com', 'go.id', 'semarangkota.go.id'])
      expect(readHost(host, 'link')).toEqual({ host, problem: null });
  });

  it('comes with others, and all fit the settings', () => {
    const hosts = readHosts('https://www.a.example/x, b.example\n c.co.id;d.go.id ', 'link').map(
      ({ host }) => host,
    );
    expect(hosts).toEqual(['a.example', 'b.example', 'c.co.id', 'd.go.id']);
    expect(RegionSettings.shape.pressHosts.safeParse(hosts).success).toBe(true);
    expect(RegionSettings.shape.linkHosts.safeParse(hosts).success).toBe(true);
  });
});
