import type { Agency } from '@kentongan/contracts';

/**
 * The agency that answers for these subjects at these places, most fitting first found; null when none answers for any
 * of the subjects. One that is bound to places is asked for those alone.
 */
export function agencyFor(
  agencies: readonly Agency[],
  subjects: readonly string[],
  places: readonly string[],
): Agency | null {
  const ofSubject = agencies.filter((agency) => agency.subjects.some((each) => subjects.includes(each)));
  const isLocal = ({ placeCodes }: Agency): boolean =>
    placeCodes.some((code) => places.some((place) => place === code || place.startsWith(`${code}.`)));
  return ofSubject.find(isLocal) ?? ofSubject.find(({ placeCodes }) => placeCodes.length === 0) ?? null;
}
