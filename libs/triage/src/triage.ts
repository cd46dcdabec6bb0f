import type { Priority, RouteSuggestion } from '@kentongan/contracts';
import { priorityOf } from './priority/priority.js';
import type { TriageInput } from './priority/priority-input.js';
import { suggestRoute } from './route/suggest-route.js';

/** Priority and suggested route. Until a person decided, a suggested complaint or criticism already counts as such. */
export function triage(input: TriageInput): { priority: Priority; suggestion: RouteSuggestion } {
  const first = priorityOf(input);
  const suggestion = suggestRoute(input, first);
  const route = input.route ?? suggestion.route;
  return { priority: route === input.route ? first : priorityOf({ ...input, route }), suggestion };
}
