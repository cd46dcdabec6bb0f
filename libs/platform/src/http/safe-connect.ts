import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { buildConnector } from 'undici';
import { isPublicAddress } from './address-rules.js';
import { SafeHttpError } from './http-errors.js';

/** Turns a host name into addresses. Tests hand in their own; its answers are checked like any other. */
export type Resolver = (hostname: string) => Promise<readonly string[]>;

/** Where a checked address is really dialled. Only tests have one: it leads a public address to a local server. */
export type Dial = (address: string, port: number) => { readonly address: string; readonly port: number };

const addressesTriedMax = 4;

export const systemResolver: Resolver = async (hostname) =>
  (await lookup(hostname, { all: true, order: 'ipv4first' })).map((each) => each.address);

export interface SafeConnectOptions {
  readonly resolver: Resolver;
  readonly dial: Dial;
  readonly timeoutMilliseconds: number;
}

/**
 * Opens sockets for undici. The name is resolved here, checked here, and the very address that was checked is dialled:
 * a name that changes its answer between check and connect (DNS rebinding) gains nothing.
 */
export function safeConnector(
  connect: buildConnector.connector,
  options: SafeConnectOptions,
): buildConnector.connector {
  return (target, callback) => {
    openSocket(connect, target, options).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}

type Socket = Extract<Parameters<buildConnector.Callback>, [null, unknown]>[1];

async function openSocket(
  connect: buildConnector.connector,
  target: buildConnector.Options,
  { resolver, dial }: SafeConnectOptions,
): Promise<Socket> {
  const hostname = target.hostname.replace(/^\[|\]$/g, '');
  const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
  const servername = target.servername ?? (isIP(hostname) === 0 ? hostname : undefined);
  let failure: unknown;
  for (const address of await publicAddresses(hostname, resolver)) {
    const dialled = dial(address, port);
    try {
      return await opened(connect, {
        ...target,
        hostname: dialled.address,
        port: String(dialled.port),
        ...(servername === undefined ? {} : { servername }),
      });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** One forbidden address among several is enough to refuse: an honest name has no private address in public DNS. */
async function publicAddresses(hostname: string, resolver: Resolver): Promise<readonly string[]> {
  const addresses = isIP(hostname) === 0 ? await resolved(hostname, resolver) : [hostname];
  if (addresses.length === 0) throw new SafeHttpError('unresolved', `${hostname} has no address`);
  const refused = addresses.find((address) => !isPublicAddress(address));
  if (refused !== undefined)
    throw new SafeHttpError('forbiddenAddress', `${hostname} leads to ${refused}, not a public address`);
  return addresses.slice(0, addressesTriedMax);
}

async function resolved(hostname: string, resolver: Resolver): Promise<readonly string[]> {
  try {
    return await resolver(hostname);
  } catch (error) {
    throw new SafeHttpError('unresolved', `${hostname} cannot be resolved`, { cause: error });
  }
}

function opened(connect: buildConnector.connector, target: buildConnector.Options): Promise<Socket> {
  return new Promise((resolve, reject) => {
    connect(target, (error, socket) => (error ? reject(error) : resolve(socket as Socket)));
  });
}
