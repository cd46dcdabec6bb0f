import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { clientAddress, hostOf, isHttps } from './client-address.js';

const request = (remoteAddress: string, headers: Record<string, string> = {}, encrypted = false) =>
  ({ headers, socket: { remoteAddress, encrypted } }) as unknown as IncomingMessage;

describe('who is at the other end', () => {
  it('is the socket, whatever the request says, unless proxies of ours are told of', () => {
    const spoofed = request('203.0.113.9', { 'x-forwarded-for': '10.0.0.1', 'x-forwarded-proto': 'https' });
    expect(clientAddress(spoofed, 0)).toBe('203.0.113.9');
    expect(isHttps(spoofed, 0)).toBe(false);
    expect(hostOf(request('::1', { host: 'meja', 'x-forwarded-host': 'jahat' }), 0)).toBe('meja');
  });

  it('is what the outermost proxy of ours saw, not what the client wrote before it', () => {
    const headers = { 'x-forwarded-for': '1.1.1.1, 198.51.100.7, 10.0.0.2', 'x-forwarded-proto': 'https' };
    expect(clientAddress(request('127.0.0.1', headers), 1)).toBe('10.0.0.2');
    expect(clientAddress(request('127.0.0.1', headers), 2)).toBe('198.51.100.7');
    expect(isHttps(request('127.0.0.1', headers), 1)).toBe(true);
    expect(clientAddress(request('127.0.0.1'), 1)).toBe('127.0.0.1');
  });

  it('counts an IPv6 network as one', () => {
    const seen = (address: string) => clientAddress(request(address), 0);
    expect(seen('2001:db8:1:2:aaaa::1')).toBe(seen('2001:db8:1:2:bbbb::2'));
    expect(seen('2001:db8:1:2::1')).not.toBe(seen('2001:db8:1:3::1'));
    expect(seen('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(seen('::1')).toBe('0:0:0:0::/64');
    expect(seen('::ffff:192.0.2.4')).toBe('192.0.2.4');
  });
});
