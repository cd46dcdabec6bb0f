import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Behave = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A process of some service that does as it is told, and remembers what it was asked. */
export class ToldService {
  readonly asked: { readonly url: string; readonly headers: IncomingMessage['headers'] }[] = [];
  behave: Behave = (_, response) => void response.end('{}');
  private port = 0;
  private readonly server = createServer((request, response) => {
    this.asked.push({ url: request.url ?? '', headers: request.headers });
    Promise.resolve(this.behave(request, response)).catch(() => response.destroy());
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Nobody listens at its address any more; it can be opened again. */
  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
