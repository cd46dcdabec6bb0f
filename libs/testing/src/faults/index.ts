export type { Direction, LinkCounts, LinkFault } from './link-fault.js';
export { TcpProxy } from './tcp-proxy.js';
