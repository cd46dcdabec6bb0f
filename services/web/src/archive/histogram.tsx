import { useMediaQuery } from '@mantine/hooks';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../format/use-format.js';
import { axisTicks } from './axis-ticks.js';
import { answerToKey, type BarSelection } from './bar-selection.js';
import styles from './histogram.module.css';
import { type Bar, niceCeiling, rangeOfBars } from './histogram-bars.js';
import { HistogramBarsDrawing } from './histogram-drawing.js';
import type { HistogramUnit } from './time-range.js';
import { useBarWords } from './use-bar-words.js';
import { useHistogramDrag } from './use-histogram-drag.js';

const narrowTicks = 5;
const wideTicks = 10;
const nothing: BarSelection = { cursor: -1, anchor: null };

/** Posts over time. Dragging, or Shift with the arrow keys, chooses a stretch of it. */
export function Histogram({
  bars,
  unit,
  onSelect,
}: {
  bars: readonly Bar[];
  unit: HistogramUnit;
  onSelect: (from: string, to: string) => void;
}) {
  const { t } = useTranslation('archive');
  const format = useFormat();
  const words = useBarWords(unit);
  const [selection, setSelection] = useState<BarSelection>(nothing);
  const apply = (anchor: number, cursor: number) => {
    const range = rangeOfBars(bars, anchor, cursor);
    setSelection(nothing);
    if (range) onSelect(range.from, range.to);
  };
  const drag = useHistogramDrag(bars.length, setSelection, apply);
  const onKeyDown = (event: KeyboardEvent) => {
    const start = { ...selection, cursor: selection.cursor < 0 ? bars.length - 1 : selection.cursor };
    const answer = answerToKey(start, event, bars.length);
    if (!answer) return;
    event.preventDefault();
    if (answer.kind === 'apply') apply(answer.selection.anchor ?? 0, answer.selection.cursor);
    else setSelection(answer.selection);
  };
  const at = bars[selection.cursor] ?? bars.at(-1);
  const ceiling = niceCeiling(Math.max(0, ...bars.map((bar) => bar.count ?? 0)));
  const chosen = chosenWords(bars, selection);
  const told = chosen
    ? t('histogram.chosen', { from: words.time(chosen.first), to: words.time(chosen.last) })
    : at && words.whole(at);
  return (
    <div className={styles.chart}>
      <div
        className={styles.plot}
        role="slider"
        tabIndex={0}
        aria-label={t('histogram.label')}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, bars.length - 1)}
        aria-valuenow={selection.cursor < 0 ? Math.max(0, bars.length - 1) : selection.cursor}
        aria-valuetext={told ?? ''}
        onKeyDown={onKeyDown}
        onBlur={() => setSelection(nothing)}
        {...drag}
      >
        <HistogramBarsDrawing bars={bars} ceiling={ceiling} selection={selection} />
        <span className={styles.ceiling}>{format.number(ceiling)}</span>
      </div>
      <AxisLabels bars={bars} unit={unit} />
      <p className={styles.told} aria-hidden="true">
        <span>{selection.cursor >= 0 ? told : t('histogram.hint')}</span>
        <Legend bars={bars} />
      </p>
    </div>
  );
}

/** What the unusual bars mean, only when there are any. */
function Legend({ bars }: { bars: readonly Bar[] }) {
  const { t } = useTranslation('archive');
  return (
    <>
      {bars.some((bar) => bar.isPartial && bar.count !== null) && (
        <span className={styles.legend}>
          <i className={styles.swatch} data-kind="partial" /> {t('histogram.partial')}
        </span>
      )}
      {bars.some((bar) => bar.count === null) && (
        <span className={styles.legend}>
          <i className={styles.swatch} data-kind="unknown" /> {t('histogram.unknown')}
        </span>
      )}
    </>
  );
}

function chosenWords(bars: readonly Bar[], { anchor, cursor }: BarSelection) {
  if (anchor === null || anchor === cursor) return null;
  const first = bars[Math.min(anchor, cursor)];
  const last = bars[Math.max(anchor, cursor)];
  return first && last ? { first, last } : null;
}

/** Round times under the chart, where their bars stand. */
function AxisLabels({ bars, unit }: { bars: readonly Bar[]; unit: HistogramUnit }) {
  const format = useFormat();
  const isNarrow = useMediaQuery('(max-width: 61.99em)') ?? false;
  return (
    <div className={styles.axis} aria-hidden="true">
      {axisTicks(bars, unit, format.timeZone, isNarrow ? narrowTicks : wideTicks).map(
        ({ start, at, kind }) => (
          <span key={start} style={{ insetInlineStart: `${at * 100}%` }}>
            {kind === 'clock' ? clockWords(format, start) : format.day(start)}
          </span>
        ),
      )}
    </div>
  );
}

/** `12.00`, and `12:00` in English: full hours only. */
const clockWords = ({ hour, language }: Format, start: number): string =>
  `${hour(start)}${language === 'id' ? '.' : ':'}00`;
