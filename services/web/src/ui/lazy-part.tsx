import { type ComponentType, lazy, Suspense, useRef } from 'react';

const idleSeconds = 4;

/**
 * A part that is seldom opened: its code comes after the screen stands, so that it is there by the time it is wanted,
 * connected or not. Once opened it stays mounted, to close the way it opened.
 */
export function lazyPart<Properties extends object>(
  load: () => Promise<{ default: ComponentType<Properties> }>,
): ComponentType<Properties & { isWanted: boolean }> {
  const Part = lazy(load);
  setTimeout(() => load().catch(() => {}), idleSeconds * 1_000);
  return function LazyPart({ isWanted, ...properties }) {
    const wasWanted = useRef(false);
    wasWanted.current ||= isWanted;
    if (!wasWanted.current) return null;
    return (
      <Suspense fallback={null}>
        <Part {...(properties as Properties & { ref?: never })} />
      </Suspense>
    );
  };
}
