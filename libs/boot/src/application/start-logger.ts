import { ConsoleLogger } from '@nestjs/common';

/** Where Nest logs what made a start fail, with its stack. */
const failureContexts: ReadonlySet<unknown> = new Set(['ExceptionHandler', 'NestApplication']);
/** Forty lines of the framework's own bookkeeping, in which the address and the token would be lost. */
const wiringContexts: ReadonlySet<unknown> = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
  'NestMicroservice',
]);

/** Says what concerns the person who started the program: no wiring, and why a start failed only once, in words. */
export class StartLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (!wiringContexts.has(rest.at(-1)) || this.isLevelEnabled('debug')) super.log(message, ...rest);
  }

  override error(message: unknown, ...rest: unknown[]): void {
    if (!failureContexts.has(rest.at(-1))) super.error(message, ...rest);
  }
}
