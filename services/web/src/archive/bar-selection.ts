/** Which bars are being chosen: by a finger, a mouse or the keyboard. */
export interface BarSelection {
  /** The bar under the cursor of the keyboard. */
  readonly cursor: number;
  /** Where the choice began; null while nothing is being chosen. */
  readonly anchor: number | null;
}

type KeyAnswer =
  | { readonly kind: 'move'; readonly selection: BarSelection }
  | { readonly kind: 'apply' | 'cancel'; readonly selection: BarSelection }
  | null;

/** What a key does on the chart; null: the key is not for it. Pages are ten bars. */
export function answerToKey(
  selection: BarSelection,
  key: { readonly key: string; readonly shiftKey: boolean },
  barsCount: number,
): KeyAnswer {
  const { cursor, anchor } = selection;
  if (key.key === 'Enter' || key.key === ' ')
    return { kind: 'apply', selection: { cursor, anchor: anchor ?? cursor } };
  if (key.key === 'Escape')
    return anchor === null ? null : { kind: 'cancel', selection: { cursor, anchor: null } };
  const target = targetOf(key.key, cursor, barsCount);
  if (target === null) return null;
  const next = Math.min(Math.max(target, 0), Math.max(0, barsCount - 1));
  return { kind: 'move', selection: { cursor: next, anchor: key.shiftKey ? (anchor ?? cursor) : null } };
}

function targetOf(key: string, cursor: number, barsCount: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return cursor + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return cursor - 1;
    case 'PageUp':
      return cursor + 10;
    case 'PageDown':
      return cursor - 10;
    case 'Home':
      return 0;
    case 'End':
      return barsCount - 1;
    default:
      return null;
  }
}
