import type { PlaceLevel } from './place-rows.js';

type Alias = readonly [alias: string, officialKey: string, level: PlaceLevel];

const aliases = (level: PlaceLevel, pairs: string): Alias[] =>
  pairs
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [official, ...names] = line.trim().split(/\s+/);
      return names.map((name): Alias => [name, official ?? '', level]);
    });

/** What people call provinces: first the key of the official name, then its nicknames. */
const provinces = `
aceh nad nanggroeacehdarussalam
sumaterautara sumut sumatrautara
sumaterabarat sumbar sumatrabarat
sumateraselatan sumsel sumatraselatan
kepulauanbangkabelitung babel bangkabelitung
kepulauanriau kepri
dkijakarta dki jakarta jkt dkijkt jakartaraya
jawabarat jabar
jawatengah jateng jatengah
daerahistimewayogyakarta diy yogyakarta jogja jogjakarta yogya
jawatimur jatim jawatim
nusatenggarabarat ntb
nusatenggaratimur ntt
kalimantanbarat kalbar
kalimantantengah kalteng
kalimantanselatan kalsel
kalimantantimur kaltim
kalimantanutara kaltara
sulawesiutara sulut
sulawesitengah sulteng
sulawesiselatan sulsel
sulawesitenggara sultra
sulawesibarat sulbar
malukuutara malut
papuabarat pabar irianjayabarat
`;

const regencies = `
surabaya sby suroboyo
yogyakarta jogja jogjakarta yogya
surakarta solo
semarang smg
bandung bdg
bandungbarat kbb
malang mlg ngalam
jakartaselatan jaksel
jakartabarat jakbar
jakartapusat jakpus
jakartatimur jaktim
jakartautara jakut
kepulauanseribu pulauseribu
tangerangselatan tangsel
bekasi bks
makassar makasar ujungpandang
denpasar dps
balikpapan bppn
banjarmasin bjm
bandarlampung balam tanjungkarang
pekanbaru pku
pematangsiantar siantar
padangsidempuan sidimpuan padangsidimpuan
tasikmalaya tasik
banyumas purwokerto
karawang krawang
indramayu dermayu
gunungkidul gunkid
kutaikartanegara kukar
kutaitimur kutim
kutaibarat kubar
ogankomeringulu oku
ogankomeringilir oki
pangkajenedankepulauan pangkep
sidenrengrappang sidrap
polewalimandar polman
hulusungaiselatan hss
hulusungaitengah hst
hulusungaiutara hsu
sidoarjo sidoardjo
`;

/** Nickname key, official name's key and the level it belongs to. Our own list. */
export const placeAliases: readonly Alias[] = [
  ...aliases('province', provinces),
  ...aliases('regency', regencies),
];
