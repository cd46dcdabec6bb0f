import { type HttpFailureReason, type SafeHttpClient, SafeHttpError } from '@kentongan/platform';
import { type PageText, pageText } from './page-text.js';

/** Largest answer that is taken; most pages are under 1 MB. */
export const pageBytesMax = 3 * 1024 * 1024;
export const pageTimeoutMilliseconds = 8_000;
/** The start of a page tells what it is about. */
const readBytesMax = 700_000;
/** Less says nothing that could be held against the memory: a login page, an empty shell that needs scripts. */
const textCharactersMin = 30;

export type PageProblem = HttpFailureReason | 'status' | 'notAPage' | 'noText';

export type ReadPage =
  | { readonly ok: true; readonly url: string; readonly page: PageText }
  | { readonly ok: false; readonly problem: PageProblem; readonly status?: number };

/** Reads what stands behind a link, by the one safe way out; never throws for what the other side does. */
export async function readPage(client: SafeHttpClient, address: string): Promise<ReadPage> {
  try {
    const { status, headers, body, url } = await client.request(address, {
      headers: { accept: 'text/html, application/xhtml+xml, text/plain;q=0.8' },
    });
    if (status >= 400) return { ok: false, problem: 'status', status };
    const type = headers['content-type'] ?? '';
    if (!/^(?:text\/html|application\/xhtml\+xml|text\/plain)\b/i.test(type))
      return { ok: false, problem: 'notAPage' };
    const page = textOf(body, type);
    return page.text.length < textCharactersMin ? { ok: false, problem: 'noText' } : { ok: true, url, page };
  } catch (error) {
    if (error instanceof SafeHttpError) return { ok: false, problem: error.reason };
    throw error;
  }
}

function textOf(body: Buffer, type: string): PageText {
  const bytes = body.subarray(0, readBytesMax);
  const head = bytes.subarray(0, 1_024).toString('latin1');
  const charset = (/charset\s*=\s*["']?([\w-]{1,40})/i.exec(type) ??
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head))?.[1];
  const text = decoderOf(charset).decode(bytes);
  return /^text\/plain/i.test(type) ? { title: null, text: text.slice(0, 5_000).trim() } : pageText(text);
}

function decoderOf(charset: string | undefined) {
  try {
    return new TextDecoder(charset ?? 'utf-8');
  } catch {
    return new TextDecoder('utf-8'); // a charset that nobody knows
  }
}
