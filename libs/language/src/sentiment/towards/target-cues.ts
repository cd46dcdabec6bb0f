/** Words that say whom praise or blame is meant for; written by hand. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** A clause behind one of these speaks against what stood before. */
export const turns = words(
  'tapi tetapi namun sedangkan sementara padahal malah malahan untung untungnya sayang sayangnya cuma hanya meski meskipun walau walaupun beda daripada bukan nanging ning tapina but however',
);

/** Said before its name, they thank or back somebody. */
export const thanks = words(
  'terimakasih kasih makasih trims nuwun nuhun apresiasi salut dukung mendukung bravo untung puji memuji bangga respek hormat hebat mantap thanks',
);

/** Said before its name, they blame somebody. */
export const accusations = words(
  'kecewa kecam mengecam protes tolak menolak copot usut bubarkan tuntut lawan salah salahkan muak benci mengeluhkan keluhan malu kapok dasar ulah gara-gara',
);

/** What a helper does; what it helps against (`banjir`, `begal`) is then not said of it. */
export const helps = words(
  `bantu membantu menolong mengevakuasi memperbaiki perbaiki diperbaiki membersihkan menangani mengatasi menambal menjemput menangkap membongkar menyegel
menertibkan mengirim kirim menyelamatkan memadamkan menurunkan melayani merespons turun datang sigap gercep cepat tanggap gerak`,
);

/** Reports and requests: nothing is said for or against. */
export const plainly = words(
  `akan meninjau menyerahkan dijadwalkan mengumumkan membahas menganggarkan memperkirakan dibuka mengerahkan berkunjung mengimbau jadwal rencananya`,
);
export const requests = words('mohon tolong harap minta dimohon segera semoga perlu mohonlah');
