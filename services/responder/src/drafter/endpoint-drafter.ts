import type { DraftFallback } from '@kentongan/contracts';
import { type ChatMessage, type draftMaterial, draftMessages } from '@kentongan/drafting';
import {
  type Configuration,
  type HttpFailureReason,
  type SafeHttpClient,
  SafeHttpError,
} from '@kentongan/platform';
import { answerOf } from './completion-answer.js';
import type { Drafter, DrafterAnswer } from './drafter.port.js';

const triesMax = 3;
const firstWaitMilliseconds = 500;
const draftsAtOnceMax = 2;
const answerTokensMax = 1_500;
/** Signs that stand in no ordinary text; one is drawn for each request. */
const marks = ['ˆ', '¤', '¦', '§', '¬', '˜', '‡', '¨'];

export interface EndpointDrafterOptions {
  readonly configuration: NonNullable<Configuration['drafter']>;
  /** Redirects off: the key and the material go to the configured address alone. */
  readonly http: SafeHttpClient;
  /** 0 to 1. */
  readonly random: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/**
 * Words drafts through an OpenAI-compatible endpoint. The request offers no tools; failures that may pass are tried
 * again within the configured time, everything else is told as the reason to fall back on the template.
 */
export class EndpointDrafter implements Drafter {
  readonly secrets: readonly string[];
  private running = 0;

  constructor(private readonly options: EndpointDrafterOptions) {
    const key = options.configuration.key?.reveal() ?? '';
    this.secrets =
      key === '' ? [] : [key, Buffer.from(key).toString('base64'), Buffer.from(key).toString('hex')];
  }

  async draft(material: ReturnType<typeof draftMaterial>): Promise<DrafterAnswer> {
    if (this.running >= draftsAtOnceMax) return { ok: false, problem: 'busy' };
    this.running += 1;
    try {
      const mark = marks[Math.floor(this.options.random() * marks.length)] ?? marks[0]!;
      return await this.ask(draftMessages(material, mark));
    } finally {
      this.running -= 1;
    }
  }

  close(): Promise<void> {
    return this.options.http.close();
  }

  private async ask(messages: readonly ChatMessage[]): Promise<DrafterAnswer> {
    const deadline = this.options.now() + this.options.configuration.timeoutSeconds * 1_000;
    let problem: DraftFallback = 'timeout';
    for (let tries = 0; tries < triesMax; tries += 1) {
      // Timers take whole milliseconds alone.
      const left = Math.floor(deadline - this.options.now());
      if (left <= 0) break;
      const tried = await this.once(messages, left);
      if (tried.ok || !tried.mayPass) return tried;
      problem = tried.problem;
      const pause = firstWaitMilliseconds * 2 ** tries * (0.5 + this.options.random());
      if (tries + 1 < triesMax && this.options.now() + pause < deadline) await this.options.wait(pause);
    }
    return { ok: false, problem };
  }

  private async once(
    messages: readonly ChatMessage[],
    timeoutMilliseconds: number,
  ): Promise<DrafterAnswer & { readonly mayPass?: boolean }> {
    const { url, model, key } = this.options.configuration;
    try {
      const { status, body } = await this.options.http.request(`${url}/chat/completions`, {
        method: 'POST',
        timeoutMilliseconds,
        headers: {
          'content-type': 'application/json',
          ...(key ? { authorization: `Bearer ${key.reveal()}` } : {}),
        },
        body: JSON.stringify({
          model,
          messages,
          temperature: 0.2,
          max_tokens: answerTokensMax,
          n: 1,
          stream: false,
          response_format: { type: 'json_object' },
        }),
      });
      if (status === 429 || status >= 500) return { ok: false, problem: 'overloaded', mayPass: true };
      return status === 200 ? answerOf(body) : { ok: false, problem: 'refused' };
    } catch (error) {
      if (!(error instanceof SafeHttpError)) throw error;
      return { ok: false, problem: problemOf(error.reason), mayPass: error.retriable };
    }
  }
}

function problemOf(reason: HttpFailureReason): DraftFallback {
  if (reason === 'timeout' || reason === 'tooLarge') return reason;
  return reason === 'badEncoding' ? 'badAnswer' : 'unreachable';
}
