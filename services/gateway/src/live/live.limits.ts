/** Nest injection token of the limits of live updates. */
export const LIVE_LIMITS = Symbol('live limits');

/** Every maximum of the live updates. Only tests have other values. */
export interface LiveLimits {
  /** Streams of one gateway; one more is asked to come back later. */
  readonly clientsMax: number;
  /** Streams of one person: a tab each, and some phones. */
  readonly clientsPerPersonMax: number;
  /** A reader with more than this waiting in this process gets no more and is dropped: it comes back and resumes. */
  readonly clientBufferBytesMax: number;
  /** So is one that took nothing for this long. */
  readonly stallSecondsMax: number;
  /** Events kept in memory for those who come back after a short break. */
  readonly ringEventsMax: number;
  readonly ringBytesMax: number;
  /** Who missed more than this loads the screen anew. */
  readonly resumeEventsMax: number;
  readonly pageEventsMax: number;
  readonly keptEventsMax: number;
  readonly keptHours: number;
  /** For other processes' events; this process is woken by its own at once. */
  readonly pollMilliseconds: number;
  readonly idlePollMilliseconds: number;
  readonly heartbeatSeconds: number;
  readonly sessionCheckSeconds: number;
  /** Streams are ended when sessions could not be checked for this long. */
  readonly uncheckedSecondsMax: number;
  /** A stream that was opened with a signed token alone has no session that could end. */
  readonly sessionlessSecondsMax: number;
}

export const liveLimits: LiveLimits = {
  clientsMax: 2_000,
  clientsPerPersonMax: 20,
  clientBufferBytesMax: 1_048_576,
  stallSecondsMax: 10,
  ringEventsMax: 2_000,
  ringBytesMax: 16_777_216,
  resumeEventsMax: 2_000,
  pageEventsMax: 100,
  keptEventsMax: 50_000,
  keptHours: 24,
  pollMilliseconds: 100,
  idlePollMilliseconds: 1_000,
  heartbeatSeconds: 15,
  sessionCheckSeconds: 15,
  uncheckedSecondsMax: 120,
  sessionlessSecondsMax: 900,
};

/** What a browser waits before it connects again. */
export const reconnectMilliseconds = 2_000;
