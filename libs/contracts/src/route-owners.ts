import type { ServiceName } from './service-names.js';

/**
 * Whose an address of the API is, by its beginning. A route that is not below one of these is nobody's, and a test says so.
 * The gateway leads what is not its own to the owner.
 */
const routeOwners: Readonly<Record<string, ServiceName>> = {
  '/api/posts': 'collector',
  '/api/regions': 'collector',
  '/api/sources': 'collector',
  '/api/checks': 'analyzer',
  '/api/archive': 'archiver',
  '/api/signals': 'detector',
  '/api/corrections': 'responder',
  '/api/facts': 'responder',
  '/api/issues': 'responder',
  '/api/deliveries': 'notifier',
  '/api/inbox': 'notifier',
  '/api/webhooks': 'notifier',
  '/api/live': 'gateway',
  '/api/openapi.json': 'gateway',
  '/api/places': 'gateway',
  '/api/searches': 'gateway',
  '/api/session': 'gateway',
  '/api/setup': 'gateway',
  '/api/system': 'gateway',
  '/api/users': 'gateway',
};

/** The service that answers at this address (with or without a query); null when it is nobody's. */
export function routeOwner(address: string): ServiceName | null {
  const beginning = /^\/api\/[^/?#]+/i.exec(address)?.[0].toLowerCase();
  return beginning === undefined ? null : (routeOwners[beginning] ?? null);
}
