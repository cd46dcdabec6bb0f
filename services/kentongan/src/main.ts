import 'reflect-metadata';
import { runProcess } from '@kentongan/boot';
import { readConfiguration } from '@kentongan/platform';
import { startKentongan } from './boot/start-kentongan.js';

// Without a limit: the embedded PostgreSQL is stopped in order, whatever it takes.
await runProcess(
  () => startKentongan(readConfiguration(process.env, process.env['INIT_CWD'] ?? process.cwd())),
  null,
);
