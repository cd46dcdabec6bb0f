import { hashOf, joined } from '../hashing/hashing.js';
import { findSubjects } from '../subjects/find-subjects.js';
import type { Token } from '../tokens/token.js';

/** What speaks for an agency in a text: a word, two words side by side, or a subject. */
export interface AgencyFeature {
  readonly hash: number;
  /** As it is shown to a person; a subject's id after `subject:`. */
  readonly name: string;
}

const featuresMax = 600;
const subjectSalt = 0x5355;
const letters = /\p{L}/u;

/** Features of a text, each once, in order of appearance. */
export function agencyFeatures(tokens: readonly Token[]): AgencyFeature[] {
  const found = new Map<number, AgencyFeature>();
  const add = (hash: number, name: string): void => {
    if (found.size < featuresMax && !found.has(hash)) found.set(hash, { hash, name });
  };
  let previous: { hash: number; name: string } | null = null;
  for (const { kind, norm, slang } of tokens) {
    if (kind !== 'word' || !letters.test(norm)) {
      previous = null;
      continue;
    }
    const name = slang ?? norm;
    const hash = hashOf(name);
    add(hash, name);
    if (previous) add(joined(previous.hash, hash), `${previous.name} ${name}`);
    previous = { hash, name };
  }
  for (const subject of findSubjects(tokens)) add(hashOf(subject, subjectSalt), `subject:${subject}`);
  return [...found.values()];
}

export const subjectHash = (subject: string): number => hashOf(subject, subjectSalt);
