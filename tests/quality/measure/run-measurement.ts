import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FigureLine, FigureOf, Measurement } from './measurement.js';

const evaluation = join(import.meta.dirname, '../eval.js');
const outputBytesMax = 64 * 2 ** 20;
/** What the command says of a task that this version does not have. */
const unknownTask = /unknown command/;

export type Measured =
  | { readonly kind: 'measured'; readonly line: FigureLine; readonly seconds: number }
  | { readonly kind: 'missing'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

/** Runs one evaluation as a person would, in a process of its own, and reads its last line. */
export async function runMeasurement(
  { needs, args }: Measurement,
  data: string,
  folder: string,
): Promise<Measured> {
  const absent = needs.filter((name) => !existsSync(join(data, name)));
  if (absent.length > 0) return { kind: 'missing', why: `no ${absent.join(', ')}` };
  const started = performance.now();
  try {
    const command = args((name) => join(data, name), folder);
    const { stdout } = await promisify(execFile)(process.execPath, [evaluation, ...command], {
      maxBuffer: outputBytesMax,
    });
    const line = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as FigureLine;
    return { kind: 'measured', line, seconds: (performance.now() - started) / 1_000 };
  } catch (error) {
    const said = (error as { stderr?: string }).stderr ?? '';
    if (unknownTask.test(said)) return { kind: 'missing', why: 'this version has no such evaluation' };
    return { kind: 'failed', why: (said.trim() || String(error)).slice(0, 500) };
  }
}

export interface FigureValue {
  readonly value: number;
  readonly n: number | null;
  /** 95 %. */
  readonly interval: readonly [number, number] | null;
}

/** A figure as the evaluation's line has it; null when it is not in there. */
export function readFigure(figure: FigureOf, line: FigureLine): FigureValue | null {
  const value = figure.value(line);
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const n = (figure.n ?? ((each: FigureLine) => each['n']))(line);
  return { value, n: typeof n === 'number' ? n : null, interval: intervalOf(figure.interval?.(line)) };
}

function intervalOf(given: unknown): readonly [number, number] | null {
  if (!Array.isArray(given)) return null;
  const [low, high] = given as unknown[];
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : null;
}
