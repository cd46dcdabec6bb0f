import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { LinkCounts, LinkFault } from './link-fault.js';
import { ProxiedConnection } from './proxied-connection.js';

/** A TCP proxy on loopback that can make a link bad and good again, and counts what it did. */
export class TcpProxy {
  readonly counts: LinkCounts = {
    connections: 0,
    resets: 0,
    cuts: 0,
    delayedChunks: 0,
    swallowedBytes: 0,
    refused: 0,
  };
  private readonly connections = new Set<ProxiedConnection>();
  private fault: LinkFault | null = null;
  private target: { readonly host: string; readonly port: number } | null = null;

  private constructor(private readonly server: Server) {
    server.on('connection', (client) => {
      this.counts.connections += 1;
      if (this.fault?.kind === 'refuse' || !this.target) {
        this.counts.refused += 1;
        client.resetAndDestroy();
        return;
      }
      this.connections.add(
        new ProxiedConnection(
          client,
          this.target,
          () => this.fault,
          this.counts,
          (closed) => this.connections.delete(closed),
        ),
      );
    });
  }

  /** Listens on a free loopback port. Until `forwardTo` is called, connections are reset. */
  static async start(): Promise<TcpProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** New connections go here. A server may be asked for the proxy's port before it has one of its own. */
  forwardTo(port: number, host = '127.0.0.1'): void {
    this.target = { host, port };
  }

  /** From now on, on standing and new connections, until `heal` or the next fault. */
  inject(fault: LinkFault): void {
    this.fault = fault;
    if (fault.kind === 'refuse') this.resetAll();
  }

  /** Resets every standing connection once; new ones are fine. */
  resetAll(): void {
    this.counts.resets += this.connections.size;
    for (const connection of this.connections) connection.reset();
  }

  /** Every standing connection stays open and carries nothing any more, for good; new ones are fine. */
  silenceAll(): void {
    for (const connection of this.connections) connection.silence();
  }

  heal(): void {
    this.fault = null;
    for (const connection of this.connections) connection.endIfBroken();
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const connection of this.connections) connection.destroy();
    await closed;
  }
}
