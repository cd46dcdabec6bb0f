/** Which way the bytes go that a fault touches: from the client to the server, back, or both. */
export type Direction = 'toServer' | 'toClient' | 'both';

/** What can be wrong with a link. */
export type LinkFault =
  /** Every chunk arrives this much later, in order. */
  | { readonly kind: 'latency'; readonly milliseconds: number; readonly direction: Direction }
  /** Connections stand and can be opened, bytes vanish: what a firewall that forgot a connection does. */
  | { readonly kind: 'blackHole'; readonly direction: Direction }
  /** Each connection is reset once it has carried this many bytes that way, usually in the middle of a message. */
  | { readonly kind: 'cutAfter'; readonly bytes: number; readonly direction: Direction }
  /** Nobody listens: new connections are reset at once, and so are the ones that stand. */
  | { readonly kind: 'refuse' };

/** What the proxy did to the link since it started. */
export interface LinkCounts {
  connections: number;
  resets: number;
  cuts: number;
  delayedChunks: number;
  swallowedBytes: number;
  refused: number;
}

export function touches(fault: { readonly direction: Direction }, way: 'toServer' | 'toClient'): boolean {
  return fault.direction === 'both' || fault.direction === way;
}
