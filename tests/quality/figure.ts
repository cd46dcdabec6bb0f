import { Command } from 'commander';
import { figureOrigin } from '../bench/environment.js';

/** Ends the process with an error that a person can act on, without a stack. */
async function guarded(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

type Arguments = readonly unknown[];

/** Makes `command` print the figures that `evaluate` returns as one JSON line, the last line of standard output. */
export function printsFigures<Given extends Arguments>(
  command: Command,
  evaluate: (...given: Given) => object | Promise<object>,
): void {
  command.action((...given: unknown[]) =>
    guarded(async () => {
      const figures = await evaluate(...(given as unknown as Given));
      console.log(JSON.stringify({ name: command.name(), ...figures, ...figureOrigin() }));
    }),
  );
}

/** A command group whose `--help` and errors tell how it is called through npm. */
export function commandGroup(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .helpCommand(false)
    .showHelpAfterError('(--help tells the options)')
    .configureHelp({ showGlobalOptions: true });
}
