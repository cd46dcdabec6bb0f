import type { PollFailure } from './source.port.js';
import type { SourceStatus } from './source-state.js';

/** The state of a feed as an officer reads it: what happened, what goes on, what to do. Empty when all is well. */
export function officerDetail({ failure, detail }: Pick<SourceStatus, 'failure' | 'detail'>): string {
  if (failure !== null) return words[failure](/\b([45]\d\d)$/.exec(detail)?.[1]);
  const skipped = /^(\d+) entries/.exec(detail)?.[1];
  return skipped === undefined ? '' : `${skipped} entri tanpa tautan atau teks dilewati.`;
}

const goesOn = 'Unggahan lain tetap masuk.';

const words: Readonly<Record<PollFailure, (status: string | undefined) => string>> = {
  unreachable: () => `Server feed tidak bisa dihubungi. ${goesOn} Dicoba lagi otomatis.`,
  timeout: () => `Server feed terlalu lama menjawab. ${goesOn} Dicoba lagi otomatis.`,
  serverError: (status) => `Server feed sedang bermasalah${inBrackets(status)}. Dicoba lagi otomatis.`,
  overQuota: (status) => `Server feed membatasi pengambilan${inBrackets(status)}. Dicoba lagi nanti.`,
  refused: (status) =>
    status === undefined
      ? `Alamat feed tidak boleh dibuka. ${goesOn} Periksa tautan atau hapus feed.`
      : `Alamat feed tidak bisa dibuka (${status}). ${goesOn} Periksa tautan atau hapus feed.`,
  tooLarge: () => `Isi feed terlalu besar untuk dibaca. ${goesOn} Pilih feed yang lebih kecil.`,
  notAFeed: () => `Alamat ini bukan feed RSS atau Atom. ${goesOn} Periksa tautan atau hapus feed.`,
  hostile: () => `Isi feed tidak bisa dibaca dengan aman. ${goesOn} Hubungi pengelola situsnya.`,
};

const inBrackets = (status: string | undefined) => (status === undefined ? '' : ` (${status})`);
