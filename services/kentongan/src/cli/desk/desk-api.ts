import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { CommandError } from './command-error.js';

const answerBytesMax = 32 * 1024 * 1024;
const answerMilliseconds = 120_000;

/** Where a desk is and what opens it. */
export interface DeskAddress {
  readonly url: URL;
  readonly token: string;
}

/** One question to the desk that the user named. @throws CommandError with words for the terminal */
export function askDesk<T>(
  desk: DeskAddress,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: Uint8Array,
): Promise<T> {
  const target = new URL(path, desk.url);
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? httpsRequest : httpRequest)(target, {
      method,
      timeout: answerMilliseconds,
      headers: {
        authorization: `Bearer ${desk.token}`,
        ...(body && { 'content-type': 'text/plain', 'content-length': body.length }),
      },
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', (error: NodeJS.ErrnoException) => reject(unreachable(desk, error)));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > answerBytesMax) request.destroy(new Error('the answer is too long'));
        else chunks.push(chunk);
      });
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode === 200) resolve(JSON.parse(text) as T);
        else if (response.statusCode === 204) resolve(undefined as T);
        else
          reject(new CommandError(messageOf(text) ?? `The desk answers ${response.statusCode} to ${path}.`));
      });
    });
    request.end(body);
  });
}

function unreachable(desk: DeskAddress, error: NodeJS.ErrnoException): CommandError {
  const reason = error.code ?? error.message;
  return new CommandError(
    `No desk answers at ${desk.url.origin} (${reason}). Start it with npm start, or name another with --url.`,
  );
}

function messageOf(text: string): string | null {
  try {
    const body = JSON.parse(text) as { error?: { message?: { en?: string } }; message?: string };
    return body.error?.message?.en ?? body.message ?? null;
  } catch {
    return null;
  }
}
