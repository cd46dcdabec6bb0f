import { everydayText } from '../../support/invented-posts.js';
import { seededRandom } from '../../support/random.js';

const batchPosts = 500;

/**
 * What this Elasticsearch does with nothing of ours around it: documents per second of posts with an analysed text and
 * a few keywords, in bulk requests of 500, one at a time, each durable before its answer.
 */
export async function measureRawBulk(url: string, seconds: number, textBytes: number): Promise<number> {
  const index = `bench-raw-${Date.now()}`;
  const keyword = { type: 'keyword' };
  await send(`${url}/${index}`, 'PUT', {
    settings: { number_of_shards: 1, number_of_replicas: 0, refresh_interval: '1s' },
    mappings: {
      properties: { at: { type: 'date' }, text: { type: 'text' }, platform: keyword, place: keyword },
    },
  });
  const random = seededRandom(11);
  let count = 0;
  const startedAt = performance.now();
  while (performance.now() - startedAt < seconds * 1_000) {
    const lines = Array.from({ length: batchPosts }, () => {
      count += 1;
      const text = everydayText(random, textBytes);
      const post = {
        at: new Date().toISOString(),
        text,
        platform: `p${count % 5}`,
        place: `33.${count % 40}`,
      };
      return `{"create":{"_id":"r${count}"}}\n${JSON.stringify(post)}\n`;
    });
    await send(`${url}/${index}/_bulk`, 'POST', lines.join(''));
  }
  const perSecond = count / ((performance.now() - startedAt) / 1_000);
  await send(`${url}/${index}`, 'DELETE');
  return Math.round(perSecond);
}

async function send(address: string, method: string, body?: object | string): Promise<void> {
  const answer = await fetch(address, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: { 'content-type': typeof body === 'string' ? 'application/x-ndjson' : 'application/json' },
  });
  if (!answer.ok) throw new Error(`Elasticsearch answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}
