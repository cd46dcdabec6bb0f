import type { Stream } from '@kentongan/contracts';
import { type ArgumentsHost, applyDecorators, Catch, type ExceptionFilter, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';
import type { Outcome } from '../outcome.js';
import type { Batch } from '../stream.port.js';

/** Handlers of other transports in the same application stay out of this one. */
export const streamTransport = Symbol('kentongan stream');

export interface SubscribeHandlerOptions {
  readonly group: string;
  readonly batchMessagesMax: number;
}

/** What the decorator tells the strategy about a handler. */
export interface SubscriptionExtras extends SubscribeHandlerOptions {
  readonly stream: Stream;
}

/** Without it, Nest turns an unknown error into "Internal server error" and the cause is lost. */
@Catch()
class RethrowFilter implements ExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => error);
  }
}

type BatchHandlerMethod = (batch: Batch) => Promise<readonly Outcome[]>;

/**
 * Makes a controller's method the handler of `stream` for `options.group`: it gets a batch of one partition and
 * returns one outcome for each message, in order. Two handlers of one stream and group are a boot error.
 */
export function Subscribe(stream: Stream, options: SubscribeHandlerOptions) {
  const extras: SubscriptionExtras = { stream, ...options };
  const decorate = applyDecorators(
    EventPattern({ stream: stream.name, group: options.group }, streamTransport, { ...extras }),
    UseFilters(RethrowFilter),
  );
  return <Method extends BatchHandlerMethod>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => decorate(target, key, descriptor);
}
