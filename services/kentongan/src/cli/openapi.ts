import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeApi } from './openapi/describe-api.js';

// Writes the description of the HTTP API, from which the web client's types are generated.
const usual = fileURLToPath(new URL('../../../web/src/api/openapi.json', import.meta.url));
const file = process.argv[2] ?? usual;
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(await describeApi(), null, 2)}\n`);
process.stdout.write(`${file}\n`);
