import { memo, useId } from 'react';
import { Hatch } from '../ui/hatch.js';
import type { BarSelection } from './bar-selection.js';
import styles from './histogram.module.css';
import type { Bar } from './histogram-bars.js';

/** Drawn in its own units and stretched; one unit of width is one bar. */
const heightUnits = 100;

/** The columns alone: one path for all that are known, hatched where nobody knows. */
export function HistogramBarsDrawing({
  bars,
  ceiling,
  selection,
}: {
  bars: readonly Bar[];
  ceiling: number;
  selection: BarSelection;
}) {
  const hatchId = useId();
  const { anchor, cursor } = selection;
  const first = anchor === null ? cursor : Math.min(anchor, cursor);
  const last = anchor === null ? cursor : Math.max(anchor, cursor);
  return (
    <>
      <UnknownStretches bars={bars} hatchId={hatchId} />
      {cursor >= 0 && (
        <div
          className={styles.selection}
          data-dragging={anchor !== null}
          style={{
            insetInlineStart: `${(first / bars.length) * 100}%`,
            width: `${((last - first + 1) / bars.length) * 100}%`,
          }}
        />
      )}
      <Columns bars={bars} ceiling={ceiling} />
    </>
  );
}

const Columns = memo(function Columns({ bars, ceiling }: { bars: readonly Bar[]; ceiling: number }) {
  const gap = bars.length > 60 ? 0.12 : 0.2;
  const pathOf = (shown: (bar: Bar) => boolean) =>
    bars
      .map((bar, index) => {
        if (bar.count === null || bar.count === 0 || !shown(bar)) return '';
        // A single post must be seen: a bar is never lower than two hundredths of the chart.
        const height = Math.max(2, (bar.count / ceiling) * heightUnits);
        const left = index + gap / 2;
        return `M${left} ${heightUnits}V${heightUnits - height}H${left + 1 - gap}V${heightUnits}Z`;
      })
      .join('');
  return (
    <svg
      className={styles.columns}
      viewBox={`0 0 ${Math.max(1, bars.length)} ${heightUnits}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path className={styles.known} d={pathOf((bar) => !bar.isPartial)} />
      <path className={styles.partial} d={pathOf((bar) => bar.isPartial)} />
    </svg>
  );
});

/** Drawn unstretched, or the hatching of a narrow bar would look like a solid one. */
function UnknownStretches({ bars, hatchId }: { bars: readonly Bar[]; hatchId: string }) {
  const stretches = stretchesOf(bars);
  if (stretches.length === 0) return null;
  return (
    <svg className={styles.columns} aria-hidden="true">
      <defs>
        <Hatch id={hatchId} />
      </defs>
      {stretches.map(({ start, end }) => (
        <rect
          key={start}
          x={`${(start / bars.length) * 100}%`}
          width={`${((end - start) / bars.length) * 100}%`}
          y="0"
          height="100%"
          fill={`url(#${hatchId})`}
        />
      ))}
    </svg>
  );
}

function stretchesOf(bars: readonly Bar[]): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  bars.forEach((bar, index) => {
    if (bar.count !== null) return;
    const before = stretches.at(-1);
    if (before?.end === index) before.end = index + 1;
    else stretches.push({ start: index, end: index + 1 });
  });
  return stretches;
}
