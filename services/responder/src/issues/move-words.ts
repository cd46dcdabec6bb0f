import type { MoveRefusal } from '@kentongan/triage';
import type { Words } from './issue-errors.js';

/** A refused move in words: what happened, what is safe, what to do. */
export const moveRefusalWords: Readonly<Record<MoveRefusal, Words>> = {
  wrongRole: {
    id: 'Peran Anda tidak menjalankan langkah ini. Mintalah petugas yang bertugas.',
    en: 'Your role does not make this step. Ask the officer on duty.',
  },
  wrongState: {
    id: 'Langkah ini tidak cocok dengan tahap isu sekarang. Tidak ada yang berubah; pilih langkah yang tersedia.',
    en: 'This step does not fit the stage of the issue. Nothing was changed; choose one of the steps on offer.',
  },
  alreadyYours: {
    id: 'Isu ini sudah Anda tangani.',
    en: 'This issue is already yours.',
  },
  pressItem: {
    id: 'Sebagian besar unggahan ini karya jurnalistik. Jalur Debunk tertutup; pilih Hak jawab, atau Prebunk untuk menerbitkan informasi resmi.',
    en: 'Most of these posts are journalism. Debunking is closed to them; choose the right of reply, or prebunk to publish plain information.',
  },
  awaitsReview: {
    id: 'Klarifikasi sedang menunggu persetujuan. Kembalikan dulu ke draf, lalu ulangi langkah ini.',
    en: 'The clarification awaits approval. Send it back to draft first, then repeat this step.',
  },
  routeNeeded: {
    id: 'Tentukan dulu jalurnya: Debunk atau Prebunk. Draf Anda belum disimpan.',
    en: 'Decide the route first: debunk or prebunk. Your draft was not saved.',
  },
  nothingDrafted: {
    id: 'Belum ada draf dari petugas. Periksa usulan, ubah seperlunya, lalu simpan sebagai draf.',
    en: 'There is no officer’s draft yet. Check the suggestion, change what is needed and save it as a draft.',
  },
  blockingProblems: {
    id: 'Klarifikasi masih melanggar aturan yang wajib dipenuhi. Perbaiki bagian yang ditandai lebih dulu.',
    en: 'The clarification still breaks rules that must be kept. Mend the marked parts first.',
  },
  notSubmitted: {
    id: 'Klarifikasi belum diajukan. Ajukan dulu untuk diperiksa orang lain.',
    en: 'The clarification was not submitted. Submit it first, for another person to check.',
  },
  ownText: {
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
  leaderNeeded: {
    id: 'Isu ini Kritis: perlu persetujuan pimpinan yang bukan penyusun. Kembalikan ke draf lalu ajukan lagi. Klarifikasi belum terbit.',
    en: 'This issue is critical: a leader who is not the author must approve. Send it back to draft and submit it again. It was not published.',
  },
  notDismissed: {
    id: 'Isu ini tidak disingkirkan, jadi tidak ada yang dibatalkan. Gunakan Buka lagi.',
    en: 'This issue was not dismissed, so there is nothing to undo. Use reopen.',
  },
  notYourDismissal: {
    id: 'Orang lain yang menyingkirkan isu ini. Gunakan Buka lagi dengan alasan.',
    en: 'Somebody else dismissed this issue. Use reopen, with a reason.',
  },
  undoExpired: {
    id: 'Waktu 10 detik untuk membatalkan sudah lewat. Gunakan Buka lagi dengan alasan.',
    en: 'The 10 seconds for undoing are over. Use reopen, with a reason.',
  },
  untilInPast: {
    id: 'Waktu tunda sudah lewat. Pilih waktu yang akan datang.',
    en: 'That time has passed. Choose one that is still to come.',
  },
  untilTooFar: {
    id: 'Isu dapat ditunda paling lama 30 hari. Pilih waktu yang lebih dekat.',
    en: 'An issue can be put off for 30 days at most. Choose a nearer time.',
  },
  mergeTarget: {
    id: 'Isu tujuan tidak ada, sudah selesai, atau isu ini sendiri. Pilih isu terbuka lain di wilayah yang sama.',
    en: 'The other issue does not exist, is done, or is this one. Choose another open issue of the same region.',
  },
};
