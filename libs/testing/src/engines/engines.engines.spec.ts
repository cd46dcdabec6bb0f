import { afterAll, describe, expect, it } from '@jest/globals';
import { startElasticsearch } from './start-elasticsearch.js';

describe('the real servers', () => {
  const cleanUps: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  });

  it('come back on their data after SIGKILL', async () => {
    const { engine, url } = await startElasticsearch();
    cleanUps.push(() => engine.stop());
    const put = await fetch(`${url}/contoh/_doc/1?refresh=true`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"text":"kentongan"}',
    });
    expect(put.status).toBe(201);
    await engine.kill();
    await expect(fetch(url)).rejects.toThrow();
    await engine.start();
    expect((await fetch(`${url}/contoh/_doc/1`)).status).toBe(200);
  });
});
