import { Tooltip } from '@mantine/core';
import { useFormat } from '../format/use-format.js';
import { useNow } from '../format/use-now.js';

/** `8 menit lalu`, with the exact time on hover or focus; in a historical region the exact time itself. */
export function ExactTime({ at, isHistorical = false }: { at: string; isHistorical?: boolean }) {
  const format = useFormat();
  const now = useNow();
  const exact = format.dateTime(at);
  if (isHistorical) return <time dateTime={at}>{format.shortDateTime(at)}</time>;
  return (
    <Tooltip label={exact} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at}>
        {format.relative(at, now)}
        <span className="k-hidden">, {exact}</span>
      </time>
    </Tooltip>
  );
}
