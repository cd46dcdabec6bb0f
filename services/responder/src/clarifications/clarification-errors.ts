import {
  BadRequestException,
  ConflictException,
  type HttpException,
  NotFoundException,
} from '@nestjs/common';
import type { ClarificationRefusal } from './clarification-steps.js';

interface Words {
  readonly id: string;
  readonly en: string;
}

const body = (code: string, message: Words, more: object = {}) => ({ error: { code, message, ...more } });

const refusals: Readonly<Record<ClarificationRefusal['problem'], Words>> = {
  noClarification: {
    id: 'Isu ini belum punya klarifikasi. Tentukan jalurnya dulu, lalu tulis drafnya.',
    en: 'This issue has no clarification yet. Decide its route first, then write the draft.',
  },
  stillSuggestion: {
    id: 'Ini masih usulan program. Periksa, ubah seperlunya, lalu simpan sebagai draf Anda.',
    en: 'This is still the suggestion of the program. Check it, change what is needed and save it as your draft.',
  },
  wrongStatus: {
    id: 'Klarifikasi ini sedang tidak pada tahap itu. Muat ulang untuk melihat keadaannya.',
    en: 'The clarification is not at that step. Load it again to see where it stands.',
  },
  mayNotApprove: {
    id: 'Peran Anda tidak menyetujui klarifikasi. Mintalah petugas lain atau pimpinan.',
    en: 'Your role does not approve clarifications. Ask another officer or a leader.',
  },
  approverIsAuthor: {
    id: 'Penyusun tidak dapat menyetujui tulisannya sendiri. Mintalah orang lain memeriksa.',
    en: 'The author cannot approve these words. Ask another person to check them.',
  },
  alreadyApproved: {
    id: 'Anda sudah menyetujui klarifikasi ini.',
    en: 'You have approved this clarification already.',
  },
  approvalMissing: {
    id: 'Belum ada persetujuan dari orang lain. Klarifikasi belum terbit.',
    en: 'Nobody else has approved this yet. The clarification was not published.',
  },
  leaderApprovalMissing: {
    id: 'Isu Kritis juga memerlukan persetujuan pimpinan yang bukan penyusun. Klarifikasi belum terbit.',
    en: 'A critical issue also needs the approval of a leader who is not the author. It was not published.',
  },
  blockingProblems: {
    id: 'Klarifikasi belum dapat terbit: masih ada yang harus diperbaiki. Lihat daftar di problems.',
    en: 'The clarification cannot be published yet: some things must be mended. See the list in problems.',
  },
};

/** The answer to a step that was refused; nothing was changed. */
export function refusedStep(refusal: ClarificationRefusal): HttpException {
  const more = 'problems' in refusal ? { problems: refusal.problems } : {};
  const answer = body(refusal.problem, refusals[refusal.problem], more);
  return refusal.problem === 'noClarification'
    ? new NotFoundException(answer)
    : new ConflictException(answer);
}

export const staleDraft = (version: number): HttpException =>
  new ConflictException(
    body(
      'staleVersion',
      {
        id: 'Draf ini baru saja diubah orang lain. Tulisan Anda belum disimpan: salin dulu, muat ulang, lalu gabungkan.',
        en: 'Somebody else has just changed this draft. Your words were not saved: copy them, load again, then merge.',
      },
      { version },
    ),
  );

export const notEditable = (): HttpException =>
  new ConflictException(
    body('notEditable', {
      id: 'Klarifikasi isu ini sudah terbit atau isunya sudah selesai. Buka kembali isu ini untuk menulis koreksi.',
      en: 'The clarification is published or the issue is closed. Open the issue again to write a correction.',
    }),
  );

export const tooMuchEvidence = (): HttpException =>
  new ConflictException(
    body('tooMuchEvidence', {
      id: 'Isu ini sudah memuat 50 bukti, batasnya. Bukti ini belum disimpan.',
      en: 'This issue holds 50 pieces of evidence, its limit. This one was not saved.',
    }),
  );

export const emptyTitle = (): HttpException =>
  new BadRequestException(
    body(
      'badParameters',
      {
        id: 'Isian title belum sesuai: judulnya tidak berisi huruf. Tidak ada yang berubah.',
        en: 'The field title does not fit: there is nothing to read in it. Nothing was changed.',
      },
      { problems: [{ parameter: 'title', problem: 'empty' }] },
    ),
  );
