import { Agent, type ClientRequestArgs } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

const connectMillisecondsMax = 1_000;
/** An address that did not take a connection is tried last for this long: a host that is gone costs a second each time. */
const avoidedMilliseconds = 5_000;

/** What the callback wants beside an error, and nobody looks at. */
const nothing = null as unknown as Duplex;

/** Nobody took the connection: no byte of the request has left. */
export class NobodyAnswers extends Error {
  constructor(addresses: readonly string[], options: ErrorOptions) {
    super(`nobody answers at ${addresses.join(', ') || 'any address'}`, options);
    this.name = 'NobodyAnswers';
  }
}

type Connected = (error: Error | null, socket: Duplex) => void;

/**
 * Opens connections to the processes of one service: each in turn begins, and when one refuses, the next is dialled before
 * anything is sent. A connection serves one request: one that was kept could have been closed by a process that ended.
 */
export class DiallingAgent extends Agent {
  private turn = 0;
  private readonly avoidedUntil = new Map<string, number>();

  constructor(private readonly addresses: readonly string[]) {
    super({ keepAlive: false });
  }

  override createConnection(_: ClientRequestArgs, callback?: Connected): undefined {
    this.dial().then(
      (socket) => callback?.(null, socket),
      (error: Error) => callback?.(error, nothing),
    );
    // Nothing yet: the callback gets the socket.
    return undefined;
  }

  private async dial(): Promise<Socket> {
    let cause: unknown;
    for (const address of this.inTurn()) {
      try {
        const socket = await opened(new URL(address));
        this.avoidedUntil.delete(address);
        return socket;
      } catch (error) {
        this.avoidedUntil.set(address, performance.now() + avoidedMilliseconds);
        cause = error;
      }
    }
    throw new NobodyAnswers(this.addresses, { cause });
  }

  private inTurn(): readonly string[] {
    const { addresses } = this;
    this.turn = (this.turn + 1) % Math.max(1, addresses.length);
    const rotated = [...addresses.slice(this.turn), ...addresses.slice(0, this.turn)];
    const now = performance.now();
    const isAvoided = (address: string) => now < (this.avoidedUntil.get(address) ?? 0);
    return [
      ...rotated.filter((address) => !isAvoided(address)),
      ...rotated.filter((address) => isAvoided(address)),
    ];
  }
}

function opened({ hostname, port }: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const socket = connect({ host, port: Number(port) || 80, noDelay: true });
    const patience = setTimeout(
      () => socket.destroy(new Error('no connection in time')),
      connectMillisecondsMax,
    );
    socket.once('connect', () => {
      clearTimeout(patience);
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', (error) => {
      clearTimeout(patience);
      reject(error);
    });
  });
}
