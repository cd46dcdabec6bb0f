import { join } from 'node:path';
import { assembled, enginesFolder } from './assembled.js';
import { Engine } from './engine.js';
import { freePort } from './free-port.js';

export interface KafkaEngine {
  readonly engine: Engine;
  /** `host:port` of the broker itself. */
  readonly brokers: string;
}

/** Starts a real broker of its own. `advertisedPort`: where clients are told to connect, when a proxy stands in front. */
export async function startKafka(options: { readonly advertisedPort?: number } = {}): Promise<KafkaEngine> {
  const libs = assembled('kafka');
  const [port, controllerPort] = [await freePort(), await freePort()];
  const engine = await Engine.start({
    name: 'kafka',
    script: join(enginesFolder, 'kafka/start.sh'),
    args: (data) => [libs, data, String(port), String(controllerPort)],
    environment: { KAFKA_ADVERTISED_PORT: String(options.advertisedPort ?? port) },
    port,
    user: null,
    answers: async () => true,
  });
  return { engine, brokers: `127.0.0.1:${port}` };
}
