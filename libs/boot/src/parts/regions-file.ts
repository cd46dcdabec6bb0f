import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegionSettings } from '@kentongan/contracts';
import { ConfigurationError } from '@kentongan/platform';
import { z } from 'zod';

/** Reads `DATA/regions.json` (a list of region settings); null without the file. */
export function readRegions(dataDirectory: string): readonly RegionSettings[] | null {
  const file = join(dataDirectory, 'regions.json');
  if (!existsSync(file)) return null;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigurationError([
      `${file} cannot be read as JSON (${(error as Error).message}): mend or delete it.`,
    ]);
  }
  const regions = z.array(RegionSettings).min(1).safeParse(json);
  if (!regions.success)
    throw new ConfigurationError(
      regions.error.issues.map(
        (issue) => `${file}: ${issue.path.join('.') || 'the list'}: ${issue.message}.`,
      ),
    );
  return regions.data;
}
