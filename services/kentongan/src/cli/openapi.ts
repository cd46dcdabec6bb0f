import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeApi } from './openapi/describe-api.js';

// `node openapi.js FILE` writes the description of the HTTP API, from which the web client's types are generated.
const file = process.argv[2];
if (!file) throw new Error('say which file to write');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(await describeApi(), null, 2)}\n`);
process.stdout.write(`${file}\n`);
