export { type HttpFailureReason, SafeHttpError } from './http-errors.js';
export type { Dial, Resolver } from './safe-connect.js';
export {
  createSafeHttpClient,
  type SafeHttpClient,
  type SafeHttpClientOptions,
  type SafeHttpRequest,
  type SafeHttpResponse,
} from './safe-http-client.js';
