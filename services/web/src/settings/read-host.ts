export type HostUse = 'press' | 'link';
type HostProblem = 'unreadable' | 'shortener' | 'platform' | 'everybody';
type HostReading =
  | { readonly host: string; readonly problem: null }
  | { readonly host: string; readonly problem: HostProblem };

const hostPattern = /^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}$/;
const hostCharactersMax = 253;
/** Doors to the same house: a link from a phone leads to `m.` or `amp.`. */
const door = /^(?:www\d?|m|amp)\.(?=[^.]+\.[^.])/;

const setOf = (hosts: string) => new Set(hosts.split(' '));
const shorteners = setOf('bit.ly s.id t.co tinyurl.com goo.gl ow.ly is.gd cutt.ly rb.gy shorturl.at');
/** What anybody says there would be read as news. */
const platforms = setOf(
  'facebook.com fb.com instagram.com threads.net threads.com x.com twitter.com tiktok.com youtube.com youtu.be t.me telegram.me wa.me whatsapp.com linkedin.com google.com bsky.app mastodon.social',
);
/** Ends of addresses under which everybody may have a site. */
const everybodys = setOf(
  'co.id or.id web.id my.id biz.id ac.id sch.id net.id ponpes.id blogspot.com wordpress.com medium.com github.io',
);
/** Government's own; as a publisher each office is named by itself. */
const governments = setOf('go.id desa.id mil.id');

/** The host of a pasted link or a typed address, as the settings keep it: without `www.`, path or port. */
export function readHost(pasted: string, use: HostUse): HostReading {
  const host = hostIn(pasted);
  if (!hostPattern.test(host) || host.length > hostCharactersMax)
    return { host: pasted, problem: 'unreadable' };
  if (shorteners.has(host)) return { host, problem: 'shortener' };
  if (everybodys.has(host) || (use === 'press' && governments.has(host)))
    return { host, problem: 'everybody' };
  if (use === 'press' && isBelow(host, platforms)) return { host, problem: 'platform' };
  return { host, problem: null };
}

function hostIn(pasted: string): string {
  const address = pasted.includes('://') ? pasted : `https://${pasted}`;
  try {
    const { protocol, hostname } = new URL(address);
    return /^https?:$/.test(protocol) ? hostname.toLowerCase().replace(/\.$/, '').replace(door, '') : '';
  } catch {
    return '';
  }
}

const isBelow = (host: string, hosts: ReadonlySet<string>): boolean =>
  host.split('.').some((_, from, labels) => hosts.has(labels.slice(from).join('.')));

/** Several at once: parted by spaces, commas or lines, as they are pasted. */
export const readHosts = (pasted: string, use: HostUse): HostReading[] =>
  pasted
    .split(/[\s,;]+/)
    .filter((each) => each !== '')
    .map((each) => readHost(each, use));
