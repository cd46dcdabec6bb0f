import type { Agent } from 'undici';
import { type SafeConnectOptions, safeConnector } from './safe-connect.js';

export interface SafeAgentOptions extends SafeConnectOptions {
  readonly connectionsPerHostMax: number;
}

const headerBytesMax = 32_768;

/** Loads undici with the first request that goes out: a service that asks nobody is 15 MB smaller. */
export async function openSafeAgent(options: SafeAgentOptions): Promise<Agent> {
  const undici = await import('undici');
  return new undici.Agent({
    connections: options.connectionsPerHostMax,
    maxHeaderSize: headerBytesMax,
    headersTimeout: options.timeoutMilliseconds,
    bodyTimeout: options.timeoutMilliseconds,
    connect: safeConnector(undici.buildConnector({ timeout: options.timeoutMilliseconds }), options),
  });
}
