import { type Sentiment, type Span, sentimentTowards, tokenize } from '@kentongan/language';
import { accuracy, macroF1, macroF1Interval } from '@kentongan/language/training';
import { percent, readTextFile } from './labelled-files.js';
import { shippedLanguageModel, shippedSentimentModel } from './language-models.js';

interface NamedTarget extends Span {
  readonly label: string;
}

interface MarkedPost {
  readonly text: string;
  readonly targets: readonly NamedTarget[];
}

export interface TowardsFigures {
  readonly n: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly interval: readonly [number, number];
  /** The sentiment of the whole post taken for that of each target. */
  readonly wholePost: { readonly accuracy: number; readonly macroF1: number };
}

const mark = /\[([^|\]]+)\|(negative|neutral|positive)\]/g;

/** A line is a post whose targets are marked: `[Damkar|positive] cepat, [PLN|negative] lambat`. */
function readMarked(line: string): MarkedPost {
  const targets: NamedTarget[] = [];
  let text = '';
  let at = 0;
  for (const match of line.matchAll(mark)) {
    const [whole, name = '', label = ''] = match;
    text += line.slice(at, match.index);
    targets.push({ start: text.length, end: text.length + name.length, label });
    text += name;
    at = match.index + whole.length;
  }
  return { text: text + line.slice(at), targets };
}

/** Sentiment towards the marked targets of a file, beside that of the whole posts. */
export function evaluateTowards(file: string): TowardsFigures {
  const [languages, model] = [shippedLanguageModel(), shippedSentimentModel()];
  const expected: string[] = [];
  const predicted: Sentiment[] = [];
  const whole: Sentiment[] = [];
  for (const line of readTextFile(file).split(/\r?\n/)) {
    const { text, targets } = readMarked(line);
    const tokens = tokenize(text);
    const language = languages.identify(tokens).code;
    for (const target of targets) {
      const others = targets.filter((other) => other !== target);
      expected.push(target.label);
      predicted.push(sentimentTowards(tokens, target, model, { others, language }).label);
      whole.push(model.score(tokens, language).label);
    }
  }
  if (expected.length === 0) throw new Error(`${file} marks no target; write [name|negative] in its lines`);
  const [low, high] = macroF1Interval(expected, predicted);
  const scores = (labels: readonly string[]) => ({
    accuracy: percent(accuracy(expected, labels)),
    macroF1: percent(macroF1(expected, labels)),
  });
  return {
    n: expected.length,
    ...scores(predicted),
    interval: [percent(low), percent(high)],
    wholePost: scores(whole),
  };
}
