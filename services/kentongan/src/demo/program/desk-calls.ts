import { request } from 'node:http';
import { CommandError } from '../../cli/desk/command-error.js';

/** Who asks: a program with the desk's token, or a person with a session. */
export type Caller =
  | { readonly token: string }
  | { readonly cookie: string; readonly csrfToken: string }
  | Readonly<Record<string, never>>;

export interface DeskAnswer {
  readonly status: number;
  readonly text: string;
  /** The session's cookie, as it is sent back. */
  readonly cookie: string | null;
}

const answerMilliseconds = 30_000;

/** One JSON request to the demo's own desk. @throws CommandError when it answers with anything but 2xx */
export async function callDesk(
  url: string,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  caller: Caller,
  body?: object,
): Promise<DeskAnswer> {
  const answer = await send(new URL(path, url), method, caller, body);
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new CommandError(
    `The desk answers ${answer.status} to ${method} ${path}: ${answer.text.slice(0, 500)}`,
  );
}

function send(target: URL, method: string, caller: Caller, body: object | undefined): Promise<DeskAnswer> {
  const bytes = body === undefined ? null : Buffer.from(JSON.stringify(body));
  return new Promise((resolve, reject) => {
    const outgoing = request(target, {
      method,
      timeout: answerMilliseconds,
      headers: {
        ...headersOf(caller),
        ...(bytes && { 'content-type': 'application/json', 'content-length': bytes.length }),
      },
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')));
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString('utf8'),
          cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? null,
        }),
      );
    });
    outgoing.end(bytes ?? undefined);
  });
}

function headersOf(caller: Caller): Record<string, string> {
  if ('token' in caller) return { authorization: `Bearer ${caller.token}` };
  return 'cookie' in caller ? { cookie: caller.cookie, 'x-csrf-token': caller.csrfToken } : {};
}
