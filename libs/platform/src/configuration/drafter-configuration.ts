import { z } from 'zod';
import type { Secret } from './secret.js';

/** Where drafts may be worded by a model. Null in all but desks that set it up: the template alone drafts. */
export interface DrafterConfiguration {
  readonly drafter: {
    /** Base address of an OpenAI-compatible API, without a slash at the end: `https://model.example/v1`. */
    readonly url: string;
    readonly model: string;
    readonly key: Secret | null;
    /** For one draft, retries included. */
    readonly timeoutSeconds: number;
  } | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const Address = z.url({ protocol: /^https$/ });
const Model = z.string().regex(/^[\w.:/@-]{1,120}$/);
const TimeoutSeconds = z.coerce.number().int().min(5).max(120);

/** @param problems gets one more for each thing that cannot be used */
export function drafterConfigurationOf(
  environment: Environment,
  key: Secret | null,
  problems: string[],
): DrafterConfiguration {
  const { KENTONGAN_DRAFTER_URL: url = '', KENTONGAN_DRAFTER_MODEL: model = '' } = environment;
  if (url === '' && model === '') {
    if (key) problems.push('KENTONGAN_DRAFTER_KEY needs KENTONGAN_DRAFTER_URL and KENTONGAN_DRAFTER_MODEL.');
    return { drafter: null };
  }
  const address = Address.safeParse(url);
  // Written with a name or a key in it the address would reach logs and errors.
  if (!address.success || new URL(url).username !== '' || new URL(url).search !== '')
    problems.push('KENTONGAN_DRAFTER_URL is an https address such as https://model.example/v1, without key.');
  if (!Model.safeParse(model).success)
    problems.push('KENTONGAN_DRAFTER_MODEL names the model as the endpoint knows it.');
  const timeout = TimeoutSeconds.safeParse(environment['KENTONGAN_DRAFTER_TIMEOUT_SECONDS'] || '30');
  if (!timeout.success) problems.push('KENTONGAN_DRAFTER_TIMEOUT_SECONDS is 5 to 120.');
  return {
    drafter: { url: url.replace(/\/+$/, ''), model, key, timeoutSeconds: timeout.data ?? 30 },
  };
}
