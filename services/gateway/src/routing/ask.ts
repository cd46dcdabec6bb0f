import { type Agent, type IncomingMessage, request } from 'node:http';

const answerMillisecondsMax = 2_500;
const answerBytesMax = 4_194_304;

export interface Question {
  /** Knows where the service answers. */
  readonly agent: Agent;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Asks a service of ours for a short JSON answer. Not the safe HTTP client: that one refuses the private addresses at which
 * our own services stand, and these come from the operator's configuration alone.
 */
export async function ask({ agent, path, headers }: Question): Promise<{ status: number; json: unknown }> {
  const signal = AbortSignal.timeout(answerMillisecondsMax);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request({ agent, host: 'service', path, headers, signal }, resolve);
    asked.once('error', reject);
    asked.end();
  });
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > answerBytesMax) throw new Error(`more than ${answerBytesMax} bytes`);
    chunks.push(chunk);
  }
  return { status: response.statusCode ?? 0, json: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
}
