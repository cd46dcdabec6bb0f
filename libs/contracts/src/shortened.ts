/**
 * A text of at most so many UTF-16 units: cut between words where one ends in the second half, never inside a character, with
 * an ellipsis that says so. Shorter texts come back as they are.
 */
export function shortened(text: string, unitsMax: number): string {
  if (text.length <= unitsMax) return text;
  const kept = text.slice(0, unitsMax - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = kept.lastIndexOf(' ');
  return `${space > unitsMax / 2 ? kept.slice(0, space) : kept}…`;
}
