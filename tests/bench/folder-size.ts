import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes that a folder takes on the disk (blocks, so that files with holes count what they hold). */
export function folderBytes(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    try {
      bytes += statSync(join(entry.parentPath, entry.name)).blocks * 512;
    } catch {
      // Removed between being listed and being looked at.
    }
  }
  return bytes;
}
