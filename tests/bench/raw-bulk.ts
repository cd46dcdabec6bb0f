import { everydayText } from '../support/invented-posts.js';
import { seededRandom } from '../support/random.js';

const batchDocuments = 500;
const index = 'raw-posts';

/**
 * What this Elasticsearch does with nothing of ours around it: documents per second of posts in one text field, in
 * bulks of 500, one connection, refreshed every second, durable as it comes.
 * @param url of the server, credentials not supported
 */
export async function measureRawBulk(url: string, seconds: number, textBytes: number): Promise<number> {
  await send(`${url}/${index}`, 'PUT', 'application/json', JSON.stringify(settings));
  try {
    const random = seededRandom(11);
    const startedAt = performance.now();
    let documents = 0;
    while (performance.now() - startedAt < seconds * 1_000) {
      let body = '';
      for (let n = 0; n < batchDocuments; n += 1) {
        const post = { at: new Date().toISOString(), body: everydayText(random, textBytes) };
        body += `{"index":{"_id":"r${documents++}"}}\n${JSON.stringify(post)}\n`;
      }
      const { errors } = JSON.parse(
        await send(`${url}/${index}/_bulk`, 'POST', 'application/x-ndjson', body),
      ) as { errors: boolean };
      if (errors) throw new Error('the server refused documents of the raw measurement');
    }
    return Math.round(documents / ((performance.now() - startedAt) / 1_000));
  } finally {
    await send(`${url}/${index}`, 'DELETE', 'application/json');
  }
}

const settings = {
  settings: { number_of_shards: 1, number_of_replicas: 0 },
  mappings: { dynamic: false, properties: { at: { type: 'date' }, body: { type: 'text' } } },
};

async function send(url: string, method: string, type: string, body?: string): Promise<string> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': type },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${text.slice(0, 300)}`);
  return text;
}
