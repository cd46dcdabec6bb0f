import type { Fact } from '@kentongan/contracts';
import { ownFactPrefix } from '@kentongan/drafting';

const titleCharactersMax = 1_000;

/**
 * A fact as the memory is to recognise it: by its claim. The title of a desk's own answer is the correction; matching by
 * it would find those who pass the correction on. Null: there is no claim, so nobody is to be found by it.
 */
export function claimOfFact(fact: Fact): Fact | null {
  if (!fact.factId.startsWith(ownFactPrefix)) return fact;
  return fact.hoaxText ? { ...fact, title: fact.hoaxText.slice(0, titleCharactersMax) } : null;
}
