import { randomInt } from 'node:crypto';

/** No letter that is read as another one (0/o, 1/l/i) when it is told over the telephone. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLetters = 4;

/** For example `h7ke-m2wq-9pzt-cv4n`: 79 bits. */
export function newOneTimePassword(): string {
  const group = () => Array.from({ length: groupLetters }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}
