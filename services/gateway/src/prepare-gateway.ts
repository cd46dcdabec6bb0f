import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { GATEWAY_OPTIONS, type GatewayOptions } from './gateway.options.js';
import { OpenApiDocument } from './openapi/openapi-document.js';
import { SetupService } from './setup/setup.service.js';
import { securityHeaders } from './web-door/security-headers.js';
import { serveWeb } from './web-door/serve-web.js';

/**
 * Hangs what does not fit into a module before the application: security headers, compression, the web app's files. Call it
 * right after the application was created and before its body parsers, so that refused bodies have the headers, too.
 */
export function prepareGateway(application: NestExpressApplication): void {
  const options = application.get<GatewayOptions>(GATEWAY_OPTIONS);
  application.get(OpenApiDocument).describe(application);
  application.use(securityHeaders(options.trustedProxies ?? 0));
  application.use(serveWeb(options.webDirectory ?? null));
  // Live updates say no-transform and are left alone.
  application.use(compression());
}

/** Says in the log, at a first start, where to go and with which code. */
export async function announceSetup(application: NestExpressApplication, url: string): Promise<void> {
  await application.get(SetupService).announce(url);
}
