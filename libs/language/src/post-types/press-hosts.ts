/**
 * Hosts of press publishers; a post that is published there is news, whatever its words. Subdomains count too. A region
 * adds its own papers in its settings (`pressHosts`).
 */
const shippedPressHosts: ReadonlySet<string> = new Set(
  `antaranews.com, ayobandung.com, beritajatim.com, beritasatu.com, bisnis.com, bbc.com, cnbcindonesia.com, cnnindonesia.com, detik.com, fajar.co.id,
   gatra.com, harianjogja.com, idntimes.com, inews.id, jatimtimes.com, jawapos.com, jpnn.com, katadata.co.id, kaltimpost.id, kompas.com, kompas.id,
   kompas.tv, kontan.co.id, kumparan.com, lampost.co, liputan6.com, mediaindonesia.com, merdeka.com, metrotvnews.com, narasi.tv, okezone.com,
   pikiran-rakyat.com, prokal.co, radarsolo.com, republika.co.id, riaupos.co, rmol.id, rri.co.id, sindonews.com, solopos.com, suara.com,
   suaramerdeka.com, suarasurabaya.net, tempo.co, thejakartapost.com, tirto.id, tribunnews.com, tvonenews.com, tvrinews.com, viva.co.id, waspada.id`
    .split(',')
    .map((host) => host.trim()),
);

const hostCharactersMax = 253;

/** Whether the address lies at a press publisher: the shipped list's or one of `added`. An address that cannot be read does not. */
export function isPressAddress(url: string, added: ReadonlySet<string> = new Set()): boolean {
  const host = /^https?:\/\/([^/?#:@]+)/i.exec(url)?.[1]?.toLowerCase();
  if (host === undefined || host.length > hostCharactersMax) return false;
  for (let at = 0; at >= 0; at = host.indexOf('.', at) + 1 || -1) {
    const end = host.slice(at);
    if (shippedPressHosts.has(end) || added.has(end)) return true;
  }
  return false;
}
