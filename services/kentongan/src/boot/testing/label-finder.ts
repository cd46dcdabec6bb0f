const label = /\b(?:hoaks|hoax)(?:nya)?\b/i;
const linesMax = 50;

/**
 * Where an answer says the label, as `path: words`. Keys are codes and are not looked at; neither are the memory's own
 * words (the name and text of a fact-check as its publisher wrote them) nor the piece of evidence made of them.
 */
export function labelsIn(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return label.test(value) ? [`${path}: ${value.slice(0, 100)}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !isMemorysOwn(`${path}.${key}`, value as Record<string, unknown>))
    .flatMap(([key, each]) => labelsIn(each, `${path}.${Array.isArray(value) ? '*' : key}`))
    .slice(0, linesMax);
}

function isMemorysOwn(path: string, of: Record<string, unknown>): boolean {
  if (/\.(?:factTitle|fact)$/.test(path)) return true;
  return of['kind'] === 'factCheck' && /\.(?:title|quote)$/.test(path);
}
