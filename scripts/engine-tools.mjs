// What the real servers need on this machine, said before anything is started.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './sources.mjs';

/** What is missing, each with how to install it; empty when the servers can be assembled and started. */
export function missingTools() {
  const missing = [];
  if (!isOnPath('mvn'))
    missing.push('Maven is not installed. Debian, Ubuntu: apt-get install maven. macOS: brew install maven.');
  const jdk = spawnSync('/bin/bash', [`${root}/deploy/engines/jdk.sh`, '21'], { encoding: 'utf8' });
  if (jdk.status !== 0)
    missing.push(
      'A JDK of version 21 or newer is not installed. Debian 13, Ubuntu 24.04: apt-get install openjdk-21-jdk-headless. ' +
        'Elsewhere: Temurin 25 from https://adoptium.net. JAVA_HOME names one in an unusual place.',
    );
  return missing;
}

function isOnPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .some((folder) => {
      try {
        accessSync(join(folder, program), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
