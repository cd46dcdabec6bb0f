interface Size {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ChartScale {
  readonly step: number;
  readonly ticks: readonly number[];
  readonly x: (index: number) => number;
  readonly y: (count: number) => number;
}

const ticksWanted = 4;

/** Counts are whole: the grid stands on whole numbers, 1, 2 or 5 times a power of ten apart. */
export function chartScale(highest: number, columns: number, size: Size): ChartScale {
  const rough = Math.max(1, highest) / ticksWanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const between = Math.max(1, [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? 1);
  const top = Math.ceil(Math.max(1, highest) / between) * between;
  const step = (size.width - size.left - size.right) / Math.max(1, columns);
  const tall = size.height - size.top - size.bottom;
  return {
    step,
    ticks: Array.from({ length: Math.round(top / between) + 1 }, (_, index) => index * between),
    x: (index) => size.left + index * step,
    y: (count) => size.top + tall * (1 - count / top),
  };
}
