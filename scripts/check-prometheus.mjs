// Checks the scrape configuration and the alert rules with promtool, and runs the rules' own tests.
// promtool is part of Prometheus: on Debian and Ubuntu `apt-get install prometheus`; or name it in PROMTOOL.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './sources.mjs';

const promtool = process.env.PROMTOOL || 'promtool';
const folder = join(root, 'deploy/prometheus');
if (spawnSync(promtool, ['--version'], { stdio: 'ignore' }).status !== 0) {
  console.error(
    'promtool is not there, so the rules are not checked. Install it (Debian, Ubuntu: apt-get install --no-install-recommends prometheus), or name it in PROMTOOL.',
  );
  process.exit(1);
}
let failed = 0;
for (const args of [
  ['check', 'config', 'prometheus.yaml'],
  ['check', 'rules', 'alerts.yaml'],
  ['test', 'rules', 'alerts.test.yaml'],
]) {
  const { status } = spawnSync(promtool, args, { stdio: 'inherit', cwd: folder });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} promtool ${args.join(' ')}`);
  if (status !== 0) failed += 1;
}
process.exit(failed ? 1 : 0);
