const trackingFields =
  /^(utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igsh(id)?|mc_[ce]id|_ga|ref|ref_src|ref_url|cmpid|amp|_amp|outputtype|source|from|share|spm|at_.*|ns_.*)$/i;

/**
 * One address for one article: no tracking fields, no AMP variant, no fragment, no scheme or `www.`, fields in order.
 * `https://www.warta.example/a/amp?utm_source=rss#top` → `warta.example/a`. Null when it is no web address.
 */
export function canonicalLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const host = url.hostname.replace(/^(www|amp|m)\.(?=[^.]+\.)/, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  const path = url.pathname
    .replace(/^\/amp(?=\/.)/, '')
    .replace(/\/amp\/?$/, '')
    .replace(/\.amp(?=\.html?$|$)/, '')
    .replace(/\/+$/, '');
  const fields = [...url.searchParams]
    .filter(([name, value]) => !trackingFields.test(name) && !(name === 'page' && value === 'all'))
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  const query = fields.length === 0 ? '' : `?${new URLSearchParams(fields)}`;
  return `${host}${port}${path}${query}`;
}
