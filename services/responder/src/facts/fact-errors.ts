import {
  BadRequestException,
  ConflictException,
  ForbiddenException,
  type HttpException,
  NotFoundException,
  PayloadTooLargeException,
} from '@nestjs/common';

const body = (code: string, id: string, en: string, more: object = {}) => ({
  error: { code, message: { id, en }, ...more },
});

export const unknownFact = (): HttpException =>
  new NotFoundException(
    body(
      'unknownFact',
      'Periksa fakta itu tidak ada, atau sudah ditarik.',
      'There is no such fact-check, or it was withdrawn.',
    ),
  );

export const staleFact = (version: number): HttpException =>
  new ConflictException(
    body(
      'staleVersion',
      'Periksa fakta ini baru saja diubah orang lain. Perubahan Anda belum disimpan: muat ulang lalu ulangi.',
      'Somebody else has just changed this fact-check. Your change was not saved: load again and repeat it.',
      { version },
    ),
  );

export const notYourFact = (): HttpException =>
  new ForbiddenException(
    body(
      'wrongRegion',
      'Periksa fakta ini milik wilayah lain. Hanya wilayah itu yang dapat mengubahnya.',
      'This fact-check belongs to another region, which alone can change it.',
    ),
  );

export const publishedFact = (): HttpException =>
  new ConflictException(
    body(
      'publishedFact',
      'Ini klarifikasi yang sudah terbit. Buka kembali isunya untuk menulis koreksi.',
      'This is a published clarification. Open its issue again to write a correction.',
    ),
  );

export const badCursor = (): HttpException =>
  new BadRequestException(
    body(
      'badCursor',
      'Penanda halaman tidak berlaku. Mulai lagi dari halaman pertama.',
      'The page marker is not valid. Start again from the first page.',
    ),
  );

/** What is left of a title once hidden characters are gone. */
export const emptyTitle = (): HttpException =>
  new BadRequestException(
    body(
      'badParameters',
      'Isian title belum sesuai: judul memerlukan paling sedikit tiga huruf. Tidak ada yang berubah.',
      'The field title does not fit: a title takes at least three letters. Nothing was changed.',
      { problems: [{ parameter: 'title', problem: 'too short' }] },
    ),
  );

export const tooLarge = (): HttpException =>
  new PayloadTooLargeException(
    body(
      'tooLarge',
      'Berkas lebih dari 32 MB: bagi menjadi beberapa berkas.',
      'The file is over 32 MB: split it.',
    ),
  );

export const notShared = (): HttpException =>
  new ForbiddenException(
    body(
      'notShared',
      'Periksa fakta untuk semua wilayah hanya dimasukkan admin. Masukkan untuk wilayah Anda; pimpinan dapat membagikannya.',
      'Facts for every region are brought in by an administrator. Import them for your region; a leader can share them.',
    ),
  );

export const mayNotShare = (): HttpException =>
  new ForbiddenException(
    body(
      'mayNotShare',
      'Hanya pimpinan atau admin wilayah pemilik yang membagikan periksa fakta. Tidak ada yang berubah.',
      'Only a leader or administrator of the region that owns it shares a fact-check. Nothing was changed.',
    ),
  );

export const badMerge = (): HttpException =>
  new ConflictException(
    body(
      'badMerge',
      'Dua periksa fakta ini tidak dapat digabung: pilih periksa fakta lain yang berlaku di wilayah yang sama dan bukan salinan.',
      'These two fact-checks cannot be merged: choose another one that holds in the same region and is no duplicate itself.',
    ),
  );

export const knownImport = (): HttpException =>
  new ConflictException(
    body(
      'knownImport',
      'Impor dengan penanda itu sudah ada. Ulangi.',
      'There is an import with that id. Try again.',
    ),
  );
