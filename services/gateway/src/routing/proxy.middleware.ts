import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { type RoutedServiceName, routeOwner } from '@kentongan/contracts';
import { HttpException, Inject, Injectable, Logger, type NestMiddleware } from '@nestjs/common';
import { createProxyMiddleware, type Plugin, type RequestHandler } from 'http-proxy-middleware';
import { GATEWAY_OPTIONS, type GatewayOptions } from '../gateway.options.js';
import { NobodyAnswers } from './dialling-agent.js';
import { forwardHeaders } from './forwarded-headers.js';
import { serviceBrokeOff, serviceTooSlow, serviceUnavailable } from './routing-errors.js';
import { ServiceDirectory } from './service-directory.js';

/** Without a byte in either direction for this long, a request is given up. */
const silenceMillisecondsMax = 60_000;

type Request = IncomingMessage & { originalUrl?: string };

/** Leads requests to the services that own their addresses, bodies and answers as they come. */
@Injectable()
export class ProxyMiddleware implements NestMiddleware<Request, ServerResponse> {
  private readonly log = new Logger('Gateway');
  private readonly proxies = new Map<RoutedServiceName, RequestHandler>();

  constructor(
    @Inject(ServiceDirectory) private readonly directory: ServiceDirectory,
    @Inject(GATEWAY_OPTIONS) private readonly options: GatewayOptions,
  ) {}

  use(request: Request, response: ServerResponse, next: (error?: unknown) => void): void {
    const address = request.originalUrl ?? request.url ?? '/';
    const owner = routeOwner(address);
    if (!this.directory.isApart || owner === null || owner === 'gateway') {
      next();
      return;
    }
    request.url = address; // Nest mounts middleware with a shortened one
    forwardHeaders(request, this.options.trustedProxies ?? 0);
    this.proxyTo(owner)(request as never, response as never, next).catch(next);
  }

  private proxyTo(service: RoutedServiceName): RequestHandler {
    const known = this.proxies.get(service);
    if (known) return known;
    const proxy = createProxyMiddleware({
      // Which process that is, the agent knows.
      target: `http://${service}`,
      agent: this.directory.agentOf(service),
      proxyTimeout: silenceMillisecondsMax,
      ejectPlugins: true,
      plugins: [this.events(service)],
    });
    this.proxies.set(service, proxy);
    return proxy;
  }

  private events(service: RoutedServiceName): Plugin {
    return (proxy) => {
      proxy.on('proxyReq', (asked: ClientRequest, _: unknown, response: unknown) => {
        // A reader who leaves must not keep a service writing.
        (response as ServerResponse).once('close', () => asked.destroy());
        asked.once('timeout', () => asked.destroy(new TooSlow()));
      });
      proxy.on('proxyRes', (answer, _: unknown, response: unknown) => {
        delete answer.headers.connection;
        delete answer.headers['keep-alive'];
        // A service that dies in the middle of its answer must not leave the reader waiting for the rest.
        answer.once('close', () => {
          if (!answer.complete) (response as ServerResponse).destroy();
        });
      });
      proxy.on('error', (error: Error, _: unknown, response: unknown) =>
        this.fail(service, error, response as ServerResponse),
      );
    };
  }

  /** Before the answer began there is a status to send; after it only a cut tells that something is missing. */
  private fail(service: RoutedServiceName, error: Error, response: ServerResponse): void {
    if (response.destroyed || response.writableEnded) return;
    this.log.warn(`${service}: ${error.message}`);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const failure: HttpException =
      error instanceof NobodyAnswers
        ? serviceUnavailable(service)
        : error instanceof TooSlow
          ? serviceTooSlow(service)
          : serviceBrokeOff(service);
    response.statusCode = failure.getStatus();
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(failure.getResponse()));
  }
}

class TooSlow extends Error {
  constructor() {
    super('no answer in time');
  }
}
