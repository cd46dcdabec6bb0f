/** What one try to reach a receiver came to. */
export type AttemptResult =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: string | undefined }
  | { readonly kind: 'unreached'; readonly reason: string; readonly retriable: boolean };

/** What follows: the end of it, or another try. */
export type NextStep =
  | { readonly status: 'delivered' | 'failed'; readonly detail: string }
  | { readonly status: 'pending'; readonly detail: string; readonly afterMilliseconds: number };

export const attemptsMax = 8;
const firstWaitMilliseconds = 5_000;
const waitMillisecondsMax = 3_600_000;
/** The receiver is not to blame for its answer: it may be another one next time. */
const retriableStatuses: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * Decides after try number `attempts` (from 1). 2xx is delivered; 5xx, 408, 425, 429, timeouts and broken connections
 * are tried again, 5 s to 1 h later, doubled each time with ± 20 % so that receivers do not get everything at once, and
 * never before `Retry-After` says; everything else is final.
 * @param random from 0 to 1
 */
export function afterAttempt(result: AttemptResult, attempts: number, now: number, random: number): NextStep {
  const detail = detailOf(result);
  if (result.kind === 'answered' && result.status >= 200 && result.status < 300)
    return { status: 'delivered', detail };
  if (!isRetriable(result)) return { status: 'failed', detail };
  if (attempts >= attemptsMax) return { status: 'failed', detail: `${detail}, ${attempts} tries` };
  const asked = result.kind === 'answered' ? retryAfterMilliseconds(result.retryAfter, now) : 0;
  const own = firstWaitMilliseconds * 2 ** (attempts - 1) * (0.8 + 0.4 * random);
  return {
    status: 'pending',
    detail,
    afterMilliseconds: Math.round(Math.min(waitMillisecondsMax, Math.max(own, asked))),
  };
}

function isRetriable(result: AttemptResult): boolean {
  if (result.kind === 'unreached') return result.retriable;
  return result.status >= 500 || retriableStatuses.has(result.status);
}

const detailOf = (result: AttemptResult): string =>
  result.kind === 'answered' ? `HTTP ${result.status}` : result.reason;

/** Seconds or a date, as RFC 9110 has it; 0 when there is none that can be read. */
function retryAfterMilliseconds(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
