import { type PointerEvent, useState } from 'react';
import type { BarSelection } from './bar-selection.js';

/**
 * Choosing bars with mouse or finger. A vertical movement is the page's (touch-action), the browser then cancels the
 * pointer and nothing is chosen.
 */
export function useHistogramDrag(
  barsCount: number,
  select: (selection: BarSelection) => void,
  apply: (anchor: number, cursor: number) => void,
) {
  const [anchor, setAnchor] = useState<number | null>(null);
  const barAt = (event: PointerEvent<HTMLElement>): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = width === 0 ? 0 : (event.clientX - left) / width;
    return Math.min(Math.max(Math.floor(share * barsCount), 0), barsCount - 1);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || barsCount === 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const bar = barAt(event);
      setAnchor(bar);
      select({ cursor: bar, anchor: bar });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (barsCount > 0) select({ cursor: barAt(event), anchor });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (anchor === null) return;
      setAnchor(null);
      apply(anchor, barAt(event));
    },
    onPointerCancel: () => {
      setAnchor(null);
      select({ cursor: anchor ?? 0, anchor: null });
    },
    onPointerLeave: () => {
      if (anchor === null) select({ cursor: -1, anchor: null });
    },
  };
}
