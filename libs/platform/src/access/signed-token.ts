import { jwtVerify, SignJWT } from 'jose';
import type { Secret } from '../configuration/secret.js';
import { PersonPrincipal } from './principal.js';

const algorithm = 'HS256';
const issuer = 'kentongan';
/** Long enough for one request to reach every service, too short to be worth stealing. */
const lifeSeconds = 60;

const keyOf = (signingKey: Secret) => new TextEncoder().encode(signingKey.reveal());

/** The short-lived token that the gateway makes of a session. */
export function signPrincipal(person: PersonPrincipal, signingKey: Secret, now: number): Promise<string> {
  const seconds = Math.floor(now / 1_000);
  return new SignJWT({ person })
    .setProtectedHeader({ alg: algorithm })
    .setIssuer(issuer)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + lifeSeconds)
    .sign(keyOf(signingKey));
}

/** The person a token vouches for; null when it is forged, stale or of another shape. */
export async function verifyPrincipal(
  token: string,
  signingKey: Secret,
  now: number,
): Promise<PersonPrincipal | null> {
  try {
    const { payload } = await jwtVerify(token, keyOf(signingKey), {
      issuer,
      algorithms: [algorithm],
      currentDate: new Date(now),
    });
    return PersonPrincipal.parse(payload['person']);
  } catch {
    return null;
  }
}
