import type { LiveEvent } from '@kentongan/contracts';

export type LiveState = 'connecting' | 'live' | 'reconnecting';

interface Listener {
  readonly onEvent: (event: LiveEvent) => void;
  readonly onState: (state: LiveState) => void;
  /** The connection broke: find out whether it is the network or the session. */
  readonly onBreak: () => void;
}

/** As much of an EventSource as is used. */
interface Source {
  readonly readyState: number;
  readonly addEventListener: (type: string, listener: (event: Event) => void) => void;
  readonly close: () => void;
}

const eventTypes = ['issue', 'inbox', 'source', 'resync'] as const;
const closed = 2;
const firstWaitSeconds = 1;
const waitSecondsMax = 30;

/**
 * One connection for live events. The browser reconnects by itself after a break and names the last event it has;
 * when it gives up (an error answer), a new connection is tried, each time after a longer wait.
 * @returns ends it
 */
export function connectLive(
  address: string,
  listener: Listener,
  open: (address: string) => Source = (each) => new EventSource(each),
): () => void {
  let waitSeconds = firstWaitSeconds;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source = begin();

  function begin(): Source {
    const made = open(address);
    made.addEventListener('open', () => {
      waitSeconds = firstWaitSeconds;
      listener.onState('live');
    });
    made.addEventListener('error', () => {
      listener.onState('reconnecting');
      listener.onBreak();
      if (made.readyState === closed) again();
    });
    for (const type of eventTypes) {
      made.addEventListener(type, (message) => {
        const event = readEvent((message as MessageEvent<unknown>).data);
        if (event) listener.onEvent(event);
      });
    }
    return made;
  }

  function again(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      source = begin();
      // What happened in between is not known to a new connection.
      listener.onEvent({ type: 'resync' });
    }, waitSeconds * 1_000);
    waitSeconds = Math.min(waitSecondsMax, waitSeconds * 2);
  }

  return () => {
    clearTimeout(timer);
    source.close();
  };
}

function readEvent(data: unknown): LiveEvent | null {
  if (typeof data !== 'string') return null;
  try {
    const event = JSON.parse(data) as LiveEvent;
    return (eventTypes as readonly string[]).includes(event.type) ? event : null;
  } catch {
    return null;
  }
}
