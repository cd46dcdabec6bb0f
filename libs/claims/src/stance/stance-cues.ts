import type { Stance } from '@kentongan/contracts';

export interface StanceCue {
  /** The reason that is kept: which turn of phrase it was. */
  readonly reason: string;
  readonly stance: Exclude<Stance, 'tells'>;
  /** Over the words of the text in lower case, one space between them, `?` and `!` kept as words. */
  readonly pattern: RegExp;
  /** 1 decides alone; less needs company. */
  readonly weight: number;
}

const cue = (stance: StanceCue['stance'], weight: number, reason: string, pattern: RegExp): StanceCue => ({
  stance,
  weight,
  reason,
  pattern,
});

const said = '(?:kabar|berita|informasi|info|isu|pesan|video|foto|klaim|narasi|unggahan|surat|akun|anggapan)';

/** Our own list. A hoax says of itself that it is none ("ini bukan hoax"), so denials of the word are no correction. */
export const stanceCues: readonly StanceCue[] = [
  cue(
    'corrects',
    1,
    'an office says no',
    /(?:menegaskan|memastikan|menyatakan|menjelaskan|menyebutkan|mengklarifikasi|menyanggah)(?: \S+){0,14} (?:tidak|bukan|belum|negatif|keliru)(?:\s|$)/,
  ),
  cue(
    'corrects',
    1,
    'not true',
    /(?:isu|kabar|informasi|klaim|pesan|rumor)(?: \S+){0,25} (?:tidak|tak|ora|teu) (?:benar|bener|leres)/,
  ),
  cue('corrects', 1, 'not true', /^(?:tidak|tak|ora) (?:benar|bener)(?! \?)/),
  cue(
    'corrects',
    1,
    'fact-check heading',
    /^(?:\[ )?(?:cek|fact) ?(?:fakta|check)|^\[ (?:\S+ )?(?:salah|hoaks|hoax|disinformasi|misinformasi|klarifikasi|penipuan)|^(?:hoaks|hoax|disinformasi|misinformasi) [!,:-]/,
  ),
  cue(
    'corrects',
    1,
    'says it is a hoax',
    /(?<!bukan |no |anti |dikira |tidak |dibilang )(?:adalah|itu|ini|dipastikan|ternyata|merupakan|terbukti|cuma|hanya|jelas|is a|was a) (?:(?!bukan|no|anti)\S+ )?(?:hoax|hoaks|hoak|bohong|palsu)(?! (?:ya )?\?| apa | atau | bukan)/,
  ),
  cue(
    'corrects',
    1,
    'not true',
    new RegExp(`${said} (?:\\S+ ){0,4}(?:tidak|bukan|ora|teu|gak|ga|nggak) (?:benar|bener|leres|betul)`),
  ),
  cue(
    'corrects',
    1,
    'not true',
    /(?:sama sekali |itu |ini |tersebut |adalah )(?:tidak|bukan|ora|teu|gak|ga|nggak) (?:benar|bener|leres|betul)(?! \?)/,
  ),
  cue(
    'corrects',
    1,
    'called wrong',
    new RegExp(
      `${said} (?:\\S+ ){0,3}(?:salah|keliru|menyesatkan|palsu|bohong|hoax|hoaks)(?! (?:ya )?\\?| atau)`,
    ),
  ),
  cue(
    'corrects',
    1,
    'denies it',
    /(?:^|\s)(?:membantah|dibantah|bantah|menepis|ditepis|meluruskan|diluruskan|menyangkal|denies|denied|debunked|debunks)(?:\s|$)/,
  ),
  cue(
    'corrects',
    1,
    'warns against believing',
    /jangan (?:mudah |gampang |langsung |mau |sampai )?(?:percaya|termakan|terpancing|terkecoh|tertipu|tergiur)|(?:ojo|aja) (?:gampang )?(?:percaya|percoyo)|ulah percanten/,
  ),
  cue(
    'corrects',
    1,
    'in fact',
    /(?:^|\s)(?:padahal|faktanya|kenyataannya|sebenarnya|fakta sebenarnya)(?:\s\S+){0,6} (?:tidak|bukan|belum|salah|keliru)(?:\s|$)/,
  ),
  cue(
    'corrects',
    1,
    'no proof',
    /(?:tidak|belum|tanpa|bukan|tak) (?:ada |memiliki |punya |terdapat |pernah )?(?:terbukti|bukti ilmiah|dasar ilmiah|bukti medis|dibuktikan)|no evidence|belum ada (?:bukti|penelitian)/,
  ),
  cue(
    'corrects',
    1,
    'myth',
    /(?:hanya(?:lah)?|cuma|adalah|itu|sekadar|sebatas) mitos|mitos (?:atau|dan|vs) fakta|mitosnya/,
  ),
  cue(
    'corrects',
    1,
    'fact-checked',
    /(?:turnbackhoax|cekfakta|kalimasada|mafindo|fact ?check|not true|false claim|debunk)/,
  ),
  cue(
    'corrects',
    0.5,
    'speaks of hoaxes',
    /(?<!bukan |no |anti |tidak )(?:hoax|hoaks|hoak|disinformasi|misinformasi|kabar bohong|berita bohong)/,
  ),
  cue(
    'corrects',
    0.5,
    'asks for care',
    /(?:waspada|hati hati|berhati hati|saring sebelum sharing|bijak (?:dalam )?(?:ber)?media|masyarakat (?:diimbau|dihimbau|diminta))/,
  ),
  cue(
    'corrects',
    0.5,
    'clarifies',
    /(?:klarifikasi|mengklarifikasi|penjelasan resmi|pernyataan resmi|kanal resmi|laman resmi|akun resmi|situs resmi)/,
  ),
  cue(
    'asks',
    1,
    'asks whether it is true',
    /(?:apa|apakah|opo|naha|emang|memang|itu|ini|beneran|bner|bnr) (?:ini |itu |iya |kabar |berita |info |informasi )?(?:benar|bener|betul|valid|tenan|leres|real|asli|hoax|hoaks|fakta)(?: \S+){0,14} \?/,
  ),
  cue(
    'asks',
    1,
    'asks whether it is true',
    /(?:^|\s)(?:(?:bener|benar|tenan|hoax|hoaks) (?:gak|ga|nggak|ora|ndak|opo ora|atau|bukan) (?:sih|ya|yo|to)|(?:tenan|bener) opo ora|benarkah|betulkah|apa benar|apa bener|apakah benar|apakah betul|opo bener|is this true|is it true|is this real)(?:\s|$)/,
  ),
  cue(
    'asks',
    1,
    'true or not',
    /(?:bener|benar|betul|valid|hoax|hoaks|fakta|asli) (?:ga|gak|nggak|ngga|enggak|tidak|kah|ndak|ora|teu|atau|apa|bukan)(?: (?:ya|sih|hoax|hoaks|fakta|bukan|tidak|gak|asli|palsu|mitos|min|kak|bang|nih|to|bro))* \?/,
  ),
  cue(
    'asks',
    1,
    'asks for the source',
    /(?:sumber|link|linknya|sumbernya|beritanya)(?: \S+){0,2} (?:mana|apa|darimana)(?: \S+){0,8} \?|ada yang (?:tahu|tau|bisa konfirmasi|punya info)|(?:minta|mohon|tolong|butuh|cari) (?:konfirmasi|kebenaran|klarifikasi|penjelasan|kejelasan|pencerahan)|mohon info(?:nya)? (?:apa|apakah|kebenaran|benar)/,
  ),
  cue(
    'reports',
    0.5,
    'tells of a rumour',
    new RegExp(
      `(?:beredar|tersebar|menyebar|ramai|viral|muncul)(?:nya|an)? (?:\\S+ ){0,2}${said}|${said} (?:\\S+ ){0,3}(?:beredar|viral|menyebar|tersebar|berantai|yang menyebut)`,
    ),
  ),
  cue(
    'reports',
    0.5,
    'names its source',
    /(?:dilansir|melansir|dikutip|mengutip|dilaporkan oleh|melaporkan|dihubungi|keterangan tertulis|siaran pers|konferensi pers|jumpa pers)/,
  ),
  cue(
    'reports',
    0.5,
    'quotes a speaker',
    /(?:^|\s)(?:kata|ujar|ujarnya|tutur|tuturnya|katanya kepada|jelas|jelasnya|ungkap|ungkapnya|papar|paparnya|imbuhnya|tambahnya|terang|sebut|menurut) (?:dr|dokter|dia|ia|kepala|ketua|menteri|direktur|juru|wali|bupati|gubernur|kapolres|kabid|humas|pakar|ahli|peneliti|profesor|prof|polisi|kombes|akbp|plt)(?:\s|$)/,
  ),
  cue(
    'reports',
    0.5,
    'dated like a news report',
    /(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu) (?:pagi |siang |sore |malam )?(?:, )?\( ?\d{1,2}|^\S+(?: \S+)? (?:-|–|—) |^(?:jakarta|semarang|surabaya|bandung|medan|makassar|yogyakarta|solo) (?:,|-|kompas|antara|detik)/,
  ),
];
