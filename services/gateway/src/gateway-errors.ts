import { HttpException, HttpStatus } from '@nestjs/common';

interface Words {
  readonly id: string;
  readonly en: string;
}

const errorOf = (status: HttpStatus, code: string, message: Words, more: object = {}) =>
  new HttpException({ error: { code, message, ...more } }, status);

/** A field that is missing, unknown or malformed. */
export function badFields(
  issues: readonly { readonly path?: unknown; readonly message: string }[],
): HttpException {
  const problems = issues.slice(0, 20).map(({ path, message }) => ({
    parameter: Array.isArray(path) ? path.map(String).join('.').slice(0, 100) : '',
    problem: message.slice(0, 200),
  }));
  const words = {
    id: 'Ada isian yang tidak sesuai. Belum ada yang disimpan. Lihat daftar di problems.',
    en: 'Some fields do not fit. Nothing was saved. See the list in problems.',
  };
  return errorOf(HttpStatus.BAD_REQUEST, 'badParameters', words, { problems });
}

export const notSignedIn = () =>
  errorOf(HttpStatus.UNAUTHORIZED, 'unauthorized', {
    id: 'Silakan masuk dulu.',
    en: 'Please sign in first.',
  });

export const wrongPassword = () =>
  errorOf(HttpStatus.UNAUTHORIZED, 'wrongPassword', {
    id: 'Nama pengguna atau kata sandi tidak cocok. Periksa lalu coba lagi, atau minta kata sandi sekali pakai kepada admin.',
    en: 'User name and password do not match. Check them and try again, or ask the administrator for a one-time password.',
  });

export const wrongCurrentPassword = () =>
  errorOf(HttpStatus.BAD_REQUEST, 'wrongCurrentPassword', {
    id: 'Kata sandi sekarang tidak cocok. Kata sandi Anda belum berubah.',
    en: 'The current password does not match. Your password was not changed.',
  });

export const samePassword = () =>
  errorOf(HttpStatus.BAD_REQUEST, 'samePassword', {
    id: 'Kata sandi baru sama dengan yang lama, atau memuat nama pengguna. Pilih yang lain.',
    en: 'The new password equals the old one, or contains the user name. Choose another.',
  });

export const tooManyAttempts = (retryAfterSeconds: number) =>
  errorOf(
    HttpStatus.TOO_MANY_REQUESTS,
    'tooManyAttempts',
    {
      id: `Terlalu banyak percobaan masuk. Akun tetap aman. Coba lagi dalam ${retryAfterSeconds} detik.`,
      en: `Too many attempts to sign in. The account is safe. Try again in ${retryAfterSeconds} seconds.`,
    },
    { retryAfterSeconds },
  );

export const crossSite = () =>
  errorOf(HttpStatus.FORBIDDEN, 'crossSite', {
    id: 'Permintaan ini datang dari situs lain atau dari halaman yang sudah usang. Tidak ada yang berubah. Muat ulang halaman.',
    en: 'This request came from another site or from an outdated page. Nothing was changed. Load the page again.',
  });

export const mustChangePassword = () =>
  errorOf(HttpStatus.FORBIDDEN, 'mustChangePassword', {
    id: 'Kata sandi sekali pakai harus diganti dulu.',
    en: 'The one-time password must be changed first.',
  });

export const insecureAddress = () =>
  errorOf(HttpStatus.BAD_REQUEST, 'insecureAddress', {
    id: 'Masuk hanya bisa lewat https, atau lewat http://localhost di komputer meja ini. Minta alamat https kepada operator.',
    en: 'Signing in works over https only, or over http://localhost on the computer of this desk. Ask the operator for the https address.',
  });

export const wrongSetupCode = () =>
  errorOf(HttpStatus.FORBIDDEN, 'wrongSetupCode', {
    id: 'Kode penyiapan tidak cocok. Lihat kodenya di catatan program atau di berkas setup-code dalam folder data.',
    en: 'The set-up code does not match. It stands in the log of the program and in the file setup-code of the data folder.',
  });

export const alreadySetUp = () =>
  errorOf(HttpStatus.CONFLICT, 'alreadySetUp', {
    id: 'Meja ini sudah disiapkan. Silakan masuk; akun baru dibuat oleh admin.',
    en: 'This desk is already set up. Please sign in; new accounts are made by the administrator.',
  });

export const userNameTaken = () =>
  errorOf(HttpStatus.CONFLICT, 'userNameTaken', {
    id: 'Nama pengguna itu sudah dipakai. Pilih nama lain.',
    en: 'That user name is taken. Choose another.',
  });

export const lastAdministrator = () =>
  errorOf(HttpStatus.CONFLICT, 'lastAdministrator', {
    id: 'Ini admin aktif terakhir, jadi belum bisa diubah. Jadikan orang lain admin dulu.',
    en: 'This is the last active administrator and stays as it is. Make somebody else administrator first.',
  });

export const unknownUser = () =>
  errorOf(HttpStatus.NOT_FOUND, 'unknownUser', {
    id: 'Akun itu tidak ada.',
    en: 'There is no such account.',
  });

export const unknownSearch = () =>
  errorOf(HttpStatus.NOT_FOUND, 'unknownSearch', {
    id: 'Pencarian tersimpan itu tidak ada, atau sudah dihapus.',
    en: 'There is no such saved search, or it was deleted.',
  });

export const tooManySearches = (searchesMax: number) =>
  errorOf(HttpStatus.CONFLICT, 'tooManySearches', {
    id: `Anda sudah menyimpan ${searchesMax} pencarian. Hapus yang tidak dipakai lagi.`,
    en: `You have saved ${searchesMax} searches already. Delete those no longer used.`,
  });

export const foreignRegions = () =>
  errorOf(HttpStatus.FORBIDDEN, 'foreignRegions', {
    id: 'Anda hanya dapat mengatur akun di wilayah Anda sendiri.',
    en: 'You can manage accounts of your own regions only.',
  });

export const regionsNeeded = () =>
  errorOf(HttpStatus.BAD_REQUEST, 'regionsNeeded', {
    id: 'Pilih paling sedikit satu wilayah. Hanya admin dan auditor yang boleh tanpa wilayah, artinya semua wilayah.',
    en: 'Choose at least one region. Only an administrator or an auditor may have none, which means all.',
  });

export const agencyNeeded = () =>
  errorOf(HttpStatus.BAD_REQUEST, 'agencyNeeded', {
    id: 'Akun OPD perlu OPD-nya. Pilih salah satu.',
    en: 'An account of an agency needs its agency. Choose one.',
  });

export const placesNeedAQuestion = () =>
  errorOf(HttpStatus.BAD_REQUEST, 'placesNeedAQuestion', {
    id: 'Sebut nama tempat pada q (minimal 2 huruf) atau kode tempat pada codes.',
    en: 'Give the name of a place in q (2 letters or more) or codes of places in codes.',
  });

export const tooBusy = () =>
  errorOf(HttpStatus.SERVICE_UNAVAILABLE, 'tooBusy', {
    id: 'Terlalu banyak orang masuk bersamaan. Coba lagi sebentar lagi.',
    en: 'Too many people are signing in at once. Try again in a moment.',
  });
