import { Client } from '@elastic/elasticsearch';
import type { IndexShape } from './template.js';

export interface ElasticsearchArchiveOptions {
  /** One node or several, comma-separated; a user and password may stand in the address. */
  readonly url: string;
  /** Names of indices and aliases begin with it. Default `kentongan`. */
  readonly prefix?: string;
  readonly shape?: IndexShape;
  /** Default: the system's clock. */
  readonly now?: () => Date;
  /** Waits between tries; tests need not. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** Longer than a search may take on the server, so that the server is the one to give up. */
const requestMillisecondsMax = 30_000;
const connectionsMax = 16;
const responseBytesMax = 200 * 2 ** 20;

/** One keep-alive pool per node. The client tries nothing again: who asks knows what may be asked twice. */
export function connect(url: string): Client {
  return new Client({
    nodes: url.split(',').map((each) => each.trim()),
    maxRetries: 0,
    requestTimeout: requestMillisecondsMax,
    maxResponseSize: responseBytesMax,
    maxCompressedResponseSize: responseBytesMax,
    sniffOnStart: false,
    compression: false,
    agent: { connections: connectionsMax, keepAliveTimeout: 60_000, keepAliveMaxTimeout: 600_000 },
  });
}
