import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSafeHttpClient, type SafeHttpClient } from '@kentongan/platform';

/** What the receiver does with a message; a number is the status it answers. */
export type Behaviour = number | 'hang' | 'reset' | 'tooMany';

export interface Received {
  readonly deliveryId: string;
  readonly body: string;
  readonly behaviour: Behaviour;
  readonly isSigned: boolean;
}

const publicAddress = '93.184.216.34';
const patienceMilliseconds = 300;

/** A receiver of webhooks that does as it is told, on a public address that leads here. */
export class MisbehavingReceiver {
  readonly received: Received[] = [];
  /** Told for each message which try this is, from 1. */
  behave: (deliveryId: string, attempt: number) => Behaviour = () => 200;
  secret = '';
  private readonly server = createServer((request, response) => {
    this.take(request, response).catch(() => response.destroy());
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  /** A client with every rule on; only its dialling is led here. */
  client(): SafeHttpClient {
    const { port } = this.server.address() as AddressInfo;
    return createSafeHttpClient({
      bytesMax: 10_000,
      timeoutMilliseconds: patienceMilliseconds,
      redirectsMax: 0,
      resolver: async () => [publicAddress],
      dial: () => ({ address: '127.0.0.1', port }),
    });
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  count(behaviour: Behaviour): number {
    return this.received.filter((each) => each.behaviour === behaviour).length;
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const deliveryId = String(request.headers['x-kentongan-delivery']);
    const attempt = this.received.filter((each) => each.deliveryId === deliveryId).length + 1;
    const behaviour = this.behave(deliveryId, attempt);
    const isSigned = this.isSigned(bytes, String(request.headers['x-kentongan-signature']));
    this.received.push({ deliveryId, body: bytes.toString(), behaviour, isSigned });
    answer(response, behaviour);
  }

  private isSigned(bytes: Buffer, given: string): boolean {
    const wanted = `sha256=${createHmac('sha256', this.secret).update(bytes).digest('hex')}`;
    return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
  }
}

function answer(response: ServerResponse, behaviour: Behaviour): void {
  if (behaviour === 'hang') return;
  if (behaviour === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (behaviour === 'tooMany') response.setHeader('retry-after', '120');
  response.statusCode = behaviour === 'tooMany' ? 429 : behaviour;
  response.end();
}
