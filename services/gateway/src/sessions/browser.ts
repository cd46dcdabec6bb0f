import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientAddress } from '../web-door/client-address.js';
import {
  clearSessionCookie,
  deviceCookie,
  readCookie,
  setDeviceCookie,
  setSessionCookie,
} from './cookies.js';

/** Where a request to sign in comes from. */
export interface Browser {
  readonly address: string;
  /** Null when nobody signed in with this browser yet. */
  readonly device: string | null;
}

export function browserOf(request: IncomingMessage, trustedProxies: number): Browser {
  const device = readCookie(request.headers.cookie, deviceCookie);
  return {
    address: clientAddress(request, trustedProxies),
    device: device !== undefined && /^[A-Za-z0-9_-]{22}$/.test(device) ? device : null,
  };
}

export const newDevice = (): string => randomBytes(16).toString('base64url');

export function signedIn(response: ServerResponse, sessionId: string, device: string): void {
  response.setHeader('set-cookie', [setSessionCookie(sessionId), setDeviceCookie(device)]);
}

export function signedOut(response: ServerResponse): void {
  response.setHeader('set-cookie', clearSessionCookie());
}
