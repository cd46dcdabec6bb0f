import stopPostgres from './jest-stop-postgres.mjs';

export default async function stopEngines() {
  for (const engine of globalThis.kentonganTestEngines ?? []) await engine.stop();
  await stopPostgres();
}
