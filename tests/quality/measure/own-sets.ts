import { fileURLToPath } from 'node:url';

/** Path of a set that we wrote ourselves; it is part of the repository. */
export const ownSet = (name: string): string =>
  fileURLToPath(new URL(`../../../quality/sets/${name}`, import.meta.url));
