import { readdirSync } from 'node:fs';
import { figureOrigin } from './environment.js';

/** A performance figure: takes its own arguments, gives the keys of its JSON line. */
export type BenchTask = (args: string[]) => Promise<Record<string, unknown>>;

const folder = new URL('./tasks/', import.meta.url);
const names = readdirSync(folder)
  .map((file) => /^bench-([a-z]+)\.js$/.exec(file)?.[1])
  .filter((name) => name !== undefined);

const [name, ...args] = process.argv.slice(2);
if (name === undefined || name === '--help' || name === '-h') {
  console.log(
    `npm run bench -- NAME [options]\n\nPrints one JSON line. Names: ${names.join(', ')}\nnpm run bench -- NAME --help tells its options.`,
  );
} else if (!names.includes(name)) {
  console.error(`There is no bench "${name}". Names: ${names.join(', ')}`);
  process.exitCode = 2;
} else {
  const { default: task } = (await import(new URL(`bench-${name}.js`, folder).href)) as {
    default: BenchTask;
  };
  try {
    const figures = await task(args);
    if (Object.keys(figures).length > 0) console.log(JSON.stringify({ name, ...figures, ...figureOrigin() }));
  } catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exitCode = 1;
  }
}
