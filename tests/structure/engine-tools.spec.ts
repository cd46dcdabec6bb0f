import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const script = fileURLToPath(new URL('../../../scripts/test-engines.mjs', import.meta.url));

describe('the runner of the suites on real servers', () => {
  it('fails without Maven and a JDK, says what to install, and passes nothing', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [script], {
      encoding: 'utf8',
      env: { PATH: '', JAVA_HOME: '' },
      timeout: 20_000,
    });
    expect(status).toBe(1);
    expect(stderr).toContain('apt-get install maven');
    expect(stderr).toContain('JDK of version 21 or newer');
    expect(stdout).not.toContain('passed');
  });
});
