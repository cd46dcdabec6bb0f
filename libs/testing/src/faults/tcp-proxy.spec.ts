import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TcpProxy } from './tcp-proxy.js';

describe('a proxy that hurts a link', () => {
  let echo: Server;
  let proxy: TcpProxy;
  const sockets: Socket[] = [];
  beforeEach(async () => {
    echo = createServer((socket) => {
      socket.on('error', () => {});
      socket.pipe(socket);
    });
    echo.listen(0, '127.0.0.1');
    await once(echo, 'listening');
    proxy = await TcpProxy.start();
    proxy.forwardTo((echo.address() as AddressInfo).port);
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await proxy.stop();
    echo.close();
  });

  function dial(): { socket: Socket; heard: () => string; ended: Promise<unknown> } {
    const socket = connect(proxy.port, '127.0.0.1');
    sockets.push(socket);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('error', () => {});
    const ended = new Promise((resolve) => socket.once('close', resolve));
    return { socket, heard: () => text, ended };
  }

  async function hears({ socket, heard }: ReturnType<typeof dial>, wanted: string): Promise<void> {
    while (heard() !== wanted) await once(socket, 'data');
  }

  it('carries bytes both ways while nothing is wrong, and counts nothing but connections', async () => {
    const line = dial();
    line.socket.write('halo');
    await hears(line, 'halo');
    expect(proxy.counts).toEqual({
      connections: 1,
      resets: 0,
      cuts: 0,
      delayedChunks: 0,
      swallowedBytes: 0,
      refused: 0,
    });
  });

  it('keeps a forgotten connection open and silent for good, and lets the next through', async () => {
    const line = dial();
    line.socket.write('a');
    await hears(line, 'a');
    proxy.silenceAll();
    proxy.heal();
    line.socket.write('b');
    const next = dial();
    next.socket.write('c');
    await hears(next, 'c');
    expect(proxy.counts.swallowedBytes).toBe(1);
    expect([line.heard(), line.socket.destroyed]).toEqual(['a', false]);
  });

  it('resets what stands, and lets the next through', async () => {
    const line = dial();
    line.socket.write('a');
    await hears(line, 'a');
    proxy.resetAll();
    await line.ended;
    expect(proxy.counts.resets).toBe(1);
    const next = dial();
    next.socket.write('b');
    await hears(next, 'b');
  });

  it('swallows bytes one way only, and ends the torn conversation when it heals', async () => {
    const line = dial();
    proxy.inject({ kind: 'blackHole', direction: 'toClient' });
    line.socket.write('lenyap');
    while (proxy.counts.swallowedBytes < 6) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(line.heard()).toBe('');
    expect(line.socket.destroyed).toBe(false);
    proxy.heal();
    await line.ended;
    const next = dial();
    next.socket.write('b');
    await hears(next, 'b');
  });

  it('cuts after so many bytes, not one more', async () => {
    proxy.inject({ kind: 'cutAfter', bytes: 5, direction: 'toClient' });
    const line = dial();
    line.socket.write('123');
    await hears(line, '123');
    line.socket.write('45678');
    line.socket.write('9');
    await line.ended;
    expect('12345'.startsWith(line.heard())).toBe(true);
    expect(proxy.counts.cuts).toBe(1);
  });

  it('delays chunks in order, also those that follow the fault', async () => {
    const line = dial();
    proxy.inject({ kind: 'latency', milliseconds: 40, direction: 'toServer' });
    const askedAt = performance.now();
    line.socket.write('satu ');
    while (proxy.counts.delayedChunks === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    proxy.heal();
    line.socket.write('dua');
    await hears(line, 'satu dua');
    expect(performance.now() - askedAt).toBeGreaterThanOrEqual(39);
  });

  it('refuses, standing connections too, until it heals', async () => {
    const line = dial();
    line.socket.write('a');
    await hears(line, 'a');
    proxy.inject({ kind: 'refuse' });
    await line.ended;
    const refused = dial();
    await refused.ended;
    expect(proxy.counts.refused).toBe(1);
    proxy.heal();
    const next = dial();
    next.socket.write('b');
    await hears(next, 'b');
  });
});
