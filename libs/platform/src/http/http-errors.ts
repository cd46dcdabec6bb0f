/** Why an outgoing request was not made or not finished: a closed union, because it is a metric label. */
export type HttpFailureReason =
  | 'badUrl'
  | 'scheme'
  | 'userinfo'
  | 'port'
  | 'forbiddenAddress'
  | 'unresolved'
  | 'redirects'
  | 'tooLarge'
  | 'badEncoding'
  | 'timeout'
  | 'aborted'
  | 'network';

/** The answer may be different next time: nothing in the request itself was wrong. */
const retriableReasons: ReadonlySet<HttpFailureReason> = new Set(['unresolved', 'timeout', 'network']);

/** Every failure of the safe HTTP client. The message never holds userinfo or a query, which may be secret. */
export class SafeHttpError extends Error {
  override readonly name = 'SafeHttpError';
  readonly retriable: boolean;

  constructor(
    readonly reason: HttpFailureReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.retriable = retriableReasons.has(reason);
  }
}
