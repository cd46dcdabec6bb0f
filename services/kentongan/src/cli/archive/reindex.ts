import { join } from 'node:path';
import { type MoveResult, moveArchive, type PostArchive } from '@kentongan/archive';
import type { Configuration } from '@kentongan/platform';
import { CommandError } from '../desk/command-error.js';
import type { MoveProgress } from './move-progress.js';
import { type AdapterName, openArchive, openElasticsearch } from './open-archives.js';
import { PositionFile } from './position-file.js';

export interface ReindexFlags {
  readonly from: AdapterName;
  readonly to: AdapterName;
  /** Begins anew although an earlier run broke off. */
  readonly restart: boolean;
}

/** Posts that are read back and compared after a move. */
const samplesMax = 500;

/** Moves the archive, or carries its months over to the template's newest version. Returns the line of the result. */
export function reindex(
  flags: ReindexFlags,
  configuration: Configuration,
  progress: MoveProgress,
): Promise<object> {
  if (flags.from === flags.to) return rebuild(flags, configuration, progress);
  return move(flags, configuration, progress);
}

async function move(
  flags: ReindexFlags,
  configuration: Configuration,
  progress: MoveProgress,
): Promise<object> {
  const file = new PositionFile(
    join(configuration.dataDirectory, `archive-reindex-${flags.from}-${flags.to}.position`),
  );
  if (flags.restart) file.remove();
  const from = await openArchive(flags.from, configuration);
  try {
    const to = await openArchive(flags.to, configuration);
    try {
      const after = file.read();
      const result = await movePosts(from.archive, to.archive, after, file, progress);
      file.remove();
      if (result.differences.length > 0 || result.wrongSamples.length > 0)
        throw new CommandError(
          `The archives are not the same: ${JSON.stringify(result)}\n` +
            'Posts that arrived meanwhile are taken along by running it again; nothing was removed.',
        );
      return { ...flags, resumed: after !== null, ...result };
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

async function movePosts(
  from: PostArchive,
  to: PostArchive,
  after: string | null,
  file: PositionFile,
  progress: MoveProgress,
): Promise<MoveResult> {
  const tallies = await from.tally();
  progress.start(tallies.reduce((sum, { posts, tombstones }) => sum + posts + tombstones, 0));
  try {
    return await moveArchive({
      from,
      to,
      after,
      samplesMax,
      random: Math.random,
      onPage: ({ position, posts }) => {
        file.write(position);
        progress.add(posts);
      },
    });
  } finally {
    progress.stop();
  }
}

async function rebuild(
  flags: ReindexFlags,
  configuration: Configuration,
  progress: MoveProgress,
): Promise<object> {
  if (flags.from === 'postgres')
    throw new CommandError('PostgreSQL is changed by migrations: start the desk, and it is up to date.');
  const { archive, close } = await openElasticsearch(configuration);
  try {
    const tallies = await archive.tally();
    progress.start(tallies.reduce((sum, { posts, tombstones }) => sum + posts + tombstones, 0));
    const { months } = await archive.rebuild((posts) => progress.add(posts));
    return { ...flags, months };
  } finally {
    progress.stop();
    await close();
  }
}
