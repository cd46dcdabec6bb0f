import { connect, type Socket } from 'node:net';
import { type LinkCounts, type LinkFault, touches } from './link-fault.js';

type Way = 'toServer' | 'toClient';

/** Bytes held back by latency; above it the sender is paused, as a full pipe would. */
const heldBytesMax = 8 * 1_048_576;

/** One client's connection through the proxy, and the connection to the server that belongs to it. */
export class ProxiedConnection {
  private readonly server: Socket;
  private readonly carried: Record<Way, number> = { toServer: 0, toClient: 0 };
  private readonly held: Record<Way, number> = { toServer: 0, toClient: 0 };
  private hasSwallowed = false;
  private isSilent = false;
  /** Bytes that come between the cut and the reset must not follow what was cut: a real link never mixes them up. */
  private isCut = false;

  constructor(
    private readonly client: Socket,
    target: { readonly host: string; readonly port: number },
    private readonly faultNow: () => LinkFault | null,
    private readonly counts: LinkCounts,
    onClosed: (connection: ProxiedConnection) => void,
  ) {
    this.server = connect(target);
    for (const socket of [client, this.server]) {
      socket.setNoDelay(true);
      socket.on('error', () => this.destroy()); // a reset of one side is told to the other
      socket.on('close', () => {
        this.destroy();
        onClosed(this);
      });
    }
    client.on('data', (chunk) => this.carry('toServer', chunk, client, this.server));
    this.server.on('data', (chunk) => this.carry('toClient', chunk, this.server, client));
  }

  /** A TCP reset towards both sides: nothing that was on its way arrives. */
  reset(): void {
    for (const socket of [this.client, this.server]) if (!socket.destroyed) socket.resetAndDestroy();
  }

  /** From now on bytes vanish both ways, and no end of a fault ends this: a firewall forgot the connection. */
  silence(): void {
    this.isSilent = true;
  }

  /** A link that lost bytes can never carry this conversation again; when the fault heals, it ends. */
  endIfBroken(): void {
    if (this.isCut || (this.hasSwallowed && !this.isSilent)) this.reset();
  }

  destroy(): void {
    this.client.destroy();
    this.server.destroy();
  }

  private carry(way: Way, chunk: Buffer, from: Socket, to: Socket): void {
    if (this.isCut) return;
    const fault = this.faultNow();
    if (this.isSilent || this.hasSwallowed || (fault?.kind === 'blackHole' && touches(fault, way))) {
      this.hasSwallowed = true;
      this.counts.swallowedBytes += chunk.length;
      return;
    }
    if (fault?.kind === 'cutAfter' && touches(fault, way)) {
      const left = fault.bytes - this.carried[way];
      if (chunk.length > left) {
        this.counts.cuts += 1;
        this.isCut = true;
        to.write(chunk.subarray(0, Math.max(0, left)), () => this.reset());
        return;
      }
      this.carried[way] += chunk.length;
    }
    const isLate = fault?.kind === 'latency' && touches(fault, way);
    if (isLate || this.held[way] > 0) this.hold(way, chunk, from, to, isLate ? fault.milliseconds : 0);
    else this.write(chunk, from, to);
  }

  /** Timers of one duration fire in order; a chunk after the fault healed waits for those before it. */
  private hold(way: Way, chunk: Buffer, from: Socket, to: Socket, milliseconds: number): void {
    this.counts.delayedChunks += 1;
    this.held[way] += chunk.length;
    if (this.held[way] > heldBytesMax) from.pause();
    const readyAt = Math.max(performance.now() + milliseconds, this.readyAt[way]);
    this.readyAt[way] = readyAt;
    setTimeout(() => {
      this.held[way] -= chunk.length;
      if (this.isCut) return;
      if (this.held[way] <= heldBytesMax) from.resume();
      this.write(chunk, from, to);
    }, readyAt - performance.now());
  }

  private readonly readyAt: Record<Way, number> = { toServer: 0, toClient: 0 };

  private write(chunk: Buffer, from: Socket, to: Socket): void {
    if (to.destroyed || to.write(chunk)) return;
    from.pause();
    to.once('drain', () => from.resume());
  }
}
