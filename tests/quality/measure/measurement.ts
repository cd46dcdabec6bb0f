/** The last line that an evaluation prints. */
export type FigureLine = Readonly<Record<string, unknown>>;

interface Goal {
  readonly floor: number;
  readonly target: number;
}

/** One figure of an evaluation's line: where it stands in it, and what it is held against. */
export interface FigureOf {
  /** Unique among all; the stored figures of the gate go by it. */
  readonly name: string;
  readonly value: (line: FigureLine) => unknown;
  /** Default: `n` of the line. */
  readonly n?: (line: FigureLine) => unknown;
  /** 95 % interval, when the evaluation works one out. */
  readonly interval?: (line: FigureLine) => unknown;
  readonly isLowerBetter?: true;
  /** A count: how far chance alone may carry it from run to run. Other figures get their noise from interval or n. */
  readonly noise?: number;
  /** False: on the page, but not guarded, because it says the same as another one. Default true. */
  readonly isGuarded?: false;
  /** The project's floor and target, which are meant for the test split of the same data. */
  readonly goal?: Goal;
  /** Shown on the page Mutu: the model's card and the words for what is measured. */
  readonly card?: { readonly part: string; readonly measure: string };
}

/** One run of `npm run eval -- …` on development data. */
export interface Measurement {
  readonly title: string;
  /** Files below the data folder; without them there is nothing to run. */
  readonly needs: readonly string[];
  /** Arguments of the evaluation. @param data turns a name below the data folder into a path @param folder a temporary one */
  readonly args: (data: (name: string) => string, folder: string) => readonly string[];
  /** As the page shows it, when the arguments are made of the data. */
  readonly command?: string;
  readonly figures: readonly FigureOf[];
  /** What the rows are, and what is held back. */
  readonly rows: string;
  readonly licence: string;
  /** The texts neither train nor seed anything that ships. */
  readonly isEvaluationOnly: boolean;
  /** Systems that others published, each with its figure and split. */
  readonly published?: string;
}

export const at =
  (...path: readonly string[]) =>
  (line: FigureLine): unknown =>
    path.reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? (value as FigureLine)[key] : undefined),
      line,
    );
