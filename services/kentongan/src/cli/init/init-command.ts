import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { CommandError } from '../desk/command-error.js';
import type { DeskAddress } from '../desk/desk-api.js';
import { askForRequest, type InitAnswers } from './ask-for-request.js';
import type { Account } from './desk-accounts.js';
import { readInitFiles } from './init-files.js';
import { accountTable } from './print-accounts.js';
import { runInit } from './run-init.js';

export type InitFlags = Partial<InitAnswers> & { readonly name?: string };

const collected = (value: string, before: readonly string[] = []): string[] => [
  ...before,
  ...value.split(',').map((code) => code.trim()),
];

/** `init`: region, agencies, words to watch, feeds, people. */
export function addInitOptions(command: Command): Command {
  return command
    .description(
      'Sets up a region: what it governs, its agencies, words to watch, feeds and people. Asks at a terminal when nothing is given. Repeating it changes nothing; what no option names stays as it is.',
    )
    .option('--region <id>', 'for instance kota-semarang')
    .option('--place <code>', 'code of the governed area, for instance 33.74; repeat for several', collected)
    .option('--name <name>', 'default: the name of the place')
    .option(
      '--agencies <file.csv>',
      'id,name,subjects,places,contact (several values in a cell: spaces between)',
    )
    .option(
      '--watch-words <list|file>',
      'words or phrases with commas between them; or a file with a rule a line, its phrases with commas between them',
    )
    .option('--feeds <file.csv>', 'id,name,url')
    .option('--officers <file.csv>', 'userName,name,role,agencyId,onDuty (ya or tidak)')
    .option('--admin <userName>', 'makes an administrator of all regions');
}

export async function init(flags: InitFlags, desk: DeskAddress, userFolder: string): Promise<void> {
  const answers = flags.region === undefined ? await asked(flags, desk) : flags;
  const { region = '', place = [], admin } = answers;
  const settled: Account[] = [];
  try {
    const request = {
      regionId: region,
      placeCodes: place,
      name: flags.name,
      admin: admin?.trim().toLowerCase(),
      content: readInitFiles(answers, userFolder),
    };
    const result = await runInit(desk, request, (account) => settled.push(account));
    if (settled.length > 0) process.stdout.write(`${accountTable(settled)}\n`);
    process.stdout.write(`${JSON.stringify(summaryOf(result.region, settled))}\n`);
  } catch (error) {
    // These passwords are shown now or never.
    if (settled.length > 0) process.stdout.write(`${accountTable(settled)}\n`);
    throw error;
  }
}

const settingFlags = ['place', 'name', 'agencies', 'watchWords', 'feeds', 'officers', 'admin'] as const;

async function asked(flags: InitFlags, desk: DeskAddress): Promise<InitFlags> {
  if (settingFlags.some((flag) => flags[flag] !== undefined) || !process.stdin.isTTY)
    throw new CommandError(
      'Name the region: --region kota-semarang --place 33.74. At a terminal, init without options asks.',
    );
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await askForRequest(desk, async (question) => (await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}

function summaryOf(
  region: Awaited<ReturnType<typeof runInit>>['region'],
  accounts: readonly Account[],
): object {
  const { regionId, name, timeZone, agencies, watchRules, feeds, dutyOfficers } = region;
  return {
    region: regionId,
    name,
    timeZone,
    agencies: agencies.length,
    watchRules: watchRules.length,
    feeds: feeds.length,
    dutyOfficers: dutyOfficers.length,
    accounts: accounts.map(({ userId: _, ...account }) => account),
  };
}
