import { type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by comparing
  readonly json: any;
  /** The code of the one form of errors. */
  readonly code: string | undefined;
}

export interface AskOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Loopback has many addresses: asks from this one. */
  readonly from?: string;
  /** Leave the token out that the interface sends with every change. */
  readonly withoutToken?: boolean;
}

/** Keeps cookies as a browser does, and the CSRF token as the interface does. */
export class Browser {
  readonly cookies = new Map<string, string>();
  csrfToken = '';

  constructor(
    private readonly port: number,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  get(path: string, options: AskOptions = {}): Promise<Answer> {
    return this.ask('GET', path, undefined, options);
  }

  post(path: string, body: unknown = {}, options: AskOptions = {}): Promise<Answer> {
    return this.ask('POST', path, body, options);
  }

  async signIn(userName: string, password: string, options: AskOptions = {}): Promise<Answer> {
    return this.post('/api/session', { userName, password }, options);
  }

  ask(method: string, path: string, body: unknown, options: AskOptions = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          headers: this.headersFor(body, options),
          ...(options.from && { localAddress: options.from }),
          agent: false,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve(this.take(response.statusCode ?? 0, response.headers, Buffer.concat(chunks).toString())),
          );
          response.on('error', reject);
        },
      );
      sent.on('error', reject);
      // A text is sent as it is: not everything that can be sent can be written as a value here.
      sent.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
    });
  }

  private headersFor(body: unknown, { headers, withoutToken }: AskOptions): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(cookie !== '' && { cookie }),
      ...(this.csrfToken !== '' && !withoutToken && { 'x-csrf-token': this.csrfToken }),
      ...this.headers,
      ...headers,
    };
  }

  private take(status: number, headers: IncomingHttpHeaders, text: string): Answer {
    for (const line of headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const isJson = String(headers['content-type']).includes('json') && text !== '';
    // biome-ignore lint/suspicious/noExplicitAny: see above
    const json: any = isJson ? JSON.parse(text) : undefined;
    if (typeof json?.csrfToken === 'string') this.csrfToken = json.csrfToken;
    return { status, headers, text, json, code: json?.error?.code };
  }
}
