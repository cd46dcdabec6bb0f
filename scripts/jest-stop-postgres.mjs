import { rmSync } from 'node:fs';

export default async function stopPostgres() {
  const running = globalThis.kentonganTestPostgres;
  if (!running) return;
  await running.server.stop();
  rmSync(running.folder, { recursive: true, force: true });
}
