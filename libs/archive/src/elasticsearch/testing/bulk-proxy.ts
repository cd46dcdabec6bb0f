import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the proxy does with one document: nothing, or an answer that the node never gave. The node does not see it then. */
export type ItemFault = 400 | 403 | 429 | 503 | null;

/** One document of a bulk request on its way to the node. */
export interface BulkItem {
  readonly action: string;
  readonly id: string;
  readonly document: string;
}

const blocked = {
  type: 'cluster_block_exception',
  reason: 'index [x] blocked by: [FORBIDDEN/12/index read-only / allow delete (api)];',
};
const errorOf: Readonly<Record<Exclude<ItemFault, null>, object>> = {
  400: { type: 'document_parsing_exception', reason: 'failed to parse field [x]' },
  403: blocked,
  429: { type: 'es_rejected_execution_exception', reason: 'rejected execution of coordinating operation' },
  503: { type: 'unavailable_shards_exception', reason: 'primary shard is not active' },
};

/** Stands in front of a node and lets documents of bulk requests fail one by one, as a busy or broken cluster does. */
export class BulkProxy {
  /** How often each fault was answered. */
  readonly seen = new Map<ItemFault, number>();
  /** Ids in the order in which they reached the node. */
  readonly passed: string[] = [];
  fault: (item: BulkItem) => ItemFault = () => null;
  private readonly server: Server;

  private constructor(private readonly target: URL) {
    this.server = createServer((incoming, outgoing) => {
      this.handle(incoming, outgoing).catch(() => outgoing.destroy());
    });
    // Longer than any pause of a test: an idle connection that ends is no fault of the suite.
    this.server.keepAliveTimeout = 300_000;
  }

  static async start(target: string): Promise<BulkProxy> {
    const proxy = new BulkProxy(new URL(target));
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const answer = incoming.url?.startsWith('/_bulk')
      ? await this.bulk(incoming, body.toString())
      : await this.forward(incoming, body);
    outgoing.writeHead(answer.status, { ...endToEnd(answer.headers), 'content-length': answer.body.length });
    outgoing.end(answer.body);
  }

  /** Documents that fail are taken out on the way there, and their answers are put in on the way back. */
  private async bulk(incoming: IncomingMessage, body: string) {
    const items = itemsOf(body);
    const faults = items.map((item) => this.fault(item));
    for (const fault of faults) if (fault) this.seen.set(fault, (this.seen.get(fault) ?? 0) + 1);
    const good = items.filter((_, i) => faults[i] === null);
    this.passed.push(...good.map(({ id }) => id));
    const lines = good.map(({ action, document }) => `${action}\n${document ? `${document}\n` : ''}`);
    const answer =
      good.length > 0
        ? await this.forward(incoming, Buffer.from(lines.join('')))
        : { status: 200, headers: headersOfNode, body: Buffer.from('{"took":0,"items":[]}') };
    if (answer.status !== 200) return answer;
    const written = JSON.parse(answer.body.toString()) as { items: object[] };
    const results = faults.map((fault, i) => (fault ? failed(items[i]!, fault) : written.items.shift()));
    return { ...answer, body: Buffer.from(JSON.stringify({ took: 0, errors: true, items: results })) };
  }

  private forward(
    incoming: IncomingMessage,
    body: Buffer,
  ): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const headers = {
        ...endToEnd(incoming.headers),
        host: this.target.host,
        'content-length': String(body.length),
      };
      const { hostname, port } = this.target;
      const { method, url: path } = incoming;
      const outgoing = request({ hostname, port, method, path, headers }, async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk as Buffer);
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }
}

/** What concerns the message. A `close` of the client's own connection (undici's after HEAD) would end ours to the node. */
function endToEnd(given: IncomingMessage['headers']): IncomingMessage['headers'] {
  const rest = { ...given };
  for (const name of ['connection', 'keep-alive', 'transfer-encoding', 'content-length']) delete rest[name];
  return rest;
}

const headersOfNode: IncomingMessage['headers'] = {
  'content-type': 'application/vnd.elasticsearch+json;compatible-with=9',
  'x-elastic-product': 'Elasticsearch',
};

function itemsOf(body: string): BulkItem[] {
  const items: BulkItem[] = [];
  const lines = body.split('\n').values();
  for (const action of lines) {
    if (action === '') continue;
    const [[kind, place]] = Object.entries(JSON.parse(action) as object) as [[string, { _id: string }]];
    items.push({ action, id: place._id, document: kind === 'delete' ? '' : (lines.next().value ?? '') });
  }
  return items;
}

const failed = ({ action, id }: BulkItem, status: Exclude<ItemFault, null>): object => ({
  [Object.keys(JSON.parse(action) as object)[0]!]: { _index: 'x', _id: id, status, error: errorOf[status] },
});
