import { ConsoleLogger } from '@nestjs/common';

/** Where Nest logs what made a start fail, with its stack. */
const startContexts: ReadonlySet<unknown> = new Set(['ExceptionHandler', 'NestApplication']);

/** Says everything but why a start failed: that is told once, in words, by who started the program. */
export class StartLogger extends ConsoleLogger {
  override error(message: unknown, ...rest: unknown[]): void {
    if (!startContexts.has(rest.at(-1))) super.error(message, ...rest);
  }
}
