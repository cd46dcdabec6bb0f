import { maskPersons } from '../privacy/mask-persons.js';
import { visibleText } from '../privacy/visible-text.js';
import type { SuggestionInput } from '../suggestion/suggestion.js';
import { hostsOf } from '../text/links.js';
import { cutAtWord } from '../text/sentences.js';

const sourcesMax = 12;
const sourceCharactersMax = 3_000;
const postsMax = 3;
const postCharactersMax = 400;

/** One thing that a sentence may rest on; `label` is how the drafter names it. */
export interface DraftSource {
  readonly label: string;
  readonly kind: 'fact' | 'evidence';
  /** factId or evidenceId. */
  readonly reference: string;
  readonly text: string;
}

/** What a drafter is shown, and what it may lead to. */
export interface DraftMaterial {
  readonly sources: readonly DraftSource[];
  /** What circulates, to know what to answer; nothing may rest on it. */
  readonly circulating: readonly string[];
  readonly allowedHosts: readonly string[];
}

/**
 * Collects what a draft may rest on: the fact-check and the evidence, without persons, hidden characters or more than
 * the named lengths. Posts are shown as what circulates and carry nothing.
 * @param linkHosts hosts that the region allows; the fact-check's own page is allowed as well
 */
export function draftMaterial(input: SuggestionInput, linkHosts: readonly string[]): DraftMaterial {
  const { fact, evidence, signal } = input;
  const given = [
    ...(fact ? [{ kind: 'fact' as const, reference: fact.factId, text: fact.conclusion ?? '' }] : []),
    ...evidence
      // The fact-check that the program attached itself is the fact once more.
      .filter(({ kind }) => kind !== 'factCheck')
      .map(({ evidenceId, title, quote }) => ({
        kind: 'evidence' as const,
        reference: evidenceId,
        text: `${title}. ${quote ?? ''}`,
      })),
  ];
  return {
    sources: given
      .filter(({ text }) => text.trim() !== '')
      .slice(0, sourcesMax)
      .map((each, at) => ({ ...each, label: `S${at + 1}`, text: shown(each.text, sourceCharactersMax) })),
    circulating: [fact?.title, fact?.hoaxText, ...(signal?.samplePosts ?? []).map(({ excerpt }) => excerpt)]
      .filter((text): text is string => text !== undefined && text.trim() !== '')
      .slice(0, postsMax + 2)
      .map((text) => shown(text, postCharactersMax)),
    allowedHosts: [...linkHosts.map((host) => host.toLowerCase()), ...hostsOf(fact?.url)],
  };
}

function shown(text: string, charactersMax: number): string {
  return cutAtWord(maskPersons(visibleText(text).normalize('NFKC')), charactersMax);
}
