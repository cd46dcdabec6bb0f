import { join } from 'node:path';
import { assembled, enginesFolder } from './assembled.js';
import { Engine } from './engine.js';
import { freePort } from './free-port.js';

export interface ElasticsearchEngine {
  readonly engine: Engine;
  readonly url: string;
}

/** Starts a real node of its own and resolves when its cluster has a master. */
export async function startElasticsearch(): Promise<ElasticsearchEngine> {
  const distribution = assembled('elasticsearch');
  const [port, transportPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const engine = await Engine.start({
    name: 'elasticsearch',
    script: join(enginesFolder, 'elasticsearch/start.sh'),
    args: (home) => [distribution, home, String(port), String(transportPort)],
    environment: {},
    port,
    user: null,
    answers: async () => (await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=1s`)).ok,
  });
  return { engine, url };
}
