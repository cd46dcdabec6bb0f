import type {
  Agency,
  ClarificationText,
  Evidence,
  Fact,
  OpenQuestion,
  Signal,
  Support,
} from '@kentongan/contracts';

/** What is at hand when a draft is asked for. */
export interface SuggestionInput {
  /** The fact that the posts resemble. */
  readonly fact: Fact | null;
  /** Whose task the matter is. */
  readonly agency: Agency | null;
  readonly evidence: readonly Evidence[];
  readonly signal: Signal | null;
  readonly regionName: string;
}

/** A draft for a person to work on. What rests on nothing is not written: it is asked. */
export interface Suggestion {
  readonly text: ClarificationText;
  readonly supports: readonly Support[];
  readonly openQuestions: readonly OpenQuestion[];
}

/** A field of the draft with its words and what they rest on. */
export interface WrittenField {
  readonly field: TextField;
  readonly words: string;
  readonly supports: readonly Omit<Support, 'field'>[];
}

export type TextField =
  | 'headline'
  | 'warningLabel'
  | 'myth'
  | 'whyWrong'
  | 'alternativeExplanation'
  | 'factAgain'
  | 'citizenAction';
