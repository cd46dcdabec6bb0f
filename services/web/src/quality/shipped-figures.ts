import generated from './figures.json';

/** One figure of the evaluation on development data; the bounds are those of a 95 % interval, null = not worked out. */
export interface ShippedFigure {
  readonly part: string;
  readonly measure: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

/** Written by `npm run eval:page`, together with the quality page of the documentation. */
export const shippedFigures: readonly ShippedFigure[] = generated.figures;
export const measuredOn: string = generated.date;
