import { describe, expect, it } from '@jest/globals';
import type { Analysis } from '@kentongan/contracts';
import type { SafeHttpClient } from '@kentongan/platform';
import { Logger } from '@nestjs/common';
import type { CheckAnswer, CheckRequest } from '../worker-protocol.js';
import { ChecksService, checksAtOnceMax } from './checks.service.js';

Logger.overrideLogger(false);
const analysis: Analysis = {
  analysisVersion: 1,
  language: { code: 'ind', confidence: 1 },
  sentiment: { label: 'neutral', confidence: 1 },
  places: [],
  subjects: [],
  postType: { label: 'other', confidence: 1 },
  nearCopyKey: null,
  hoaxMatch: null,
  hashtags: [],
  watchRules: [],
};
const answer: CheckAnswer = {
  analysis,
  matches: [{ factId: 'a', level: 'related', score: 0.4, matchedWords: ['08123456789', 'air'] }],
};
const noClient: SafeHttpClient = {
  request: () => Promise.reject(new Error('no request was expected')),
  failures: () => ({}),
  close: () => Promise.resolve(),
};
const unasked = () => Promise.reject(new Error('nobody asked'));
const service = (check: (request: CheckRequest) => Promise<CheckAnswer>, answerTimeoutMilliseconds = 5_000) =>
  new ChecksService({ analyzer: { check, variants: unasked }, client: noClient, answerTimeoutMilliseconds });
const body = { region: 'kota-contoh', text: 'Diteruskan\nKata @budi hubungi 0812-3456-7890 soal air' };

describe('a check', () => {
  it('asks about the message itself and answers without persons', async () => {
    const asked: CheckRequest[] = [];
    const view = await service(async (request) => {
      asked.push(request);
      return answer;
    }).check(body);
    expect(view.text).toBe('Kata @warga hubungi [telepon] soal air');
    expect(asked[0]?.text).toBe(view.text);
    expect(JSON.stringify(view)).not.toMatch(/budi|0812/);
    expect(view.analysis.hoaxMatch?.matchedWords).toEqual(['[telepon]', 'air']);
  });

  it('refuses what has no words', async () => {
    for (const text of ['\u200B\u200B\u200B', '🙏🙏🙏', '*** ___'])
      await expect(service(async () => answer).check({ ...body, text })).rejects.toMatchObject({
        status: 422,
      });
  });

  it('takes a bounded number at once, and counts one until the thread is done with it', async () => {
    const release: (() => void)[] = [];
    const slow = service(() => new Promise((resolve) => release.push(() => resolve(answer))), 5);
    const waiting = Array.from({ length: checksAtOnceMax }, () => slow.check(body));
    const given = await Promise.allSettled(waiting);
    expect(given.map((each) => each.status === 'rejected' && each.reason.status)).toEqual(
      given.map(() => 503),
    );
    await expect(slow.check(body)).rejects.toMatchObject({ status: 429 });
    for (const each of release) each();
    await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    expect(release).toHaveLength(checksAtOnceMax);
    const next = slow.check(body);
    await new Promise((resolve) => setImmediate(resolve));
    release.at(-1)?.();
    await expect(next).resolves.toMatchObject({ link: null });
  });

  it('gives the place back after a failure of any kind', async () => {
    const failing = service(() => Promise.reject(new Error('the analyzer thread is restarting')));
    for (let turn = 0; turn < checksAtOnceMax + 2; turn += 1) {
      await expect(failing.check(body)).rejects.toMatchObject({ status: 503 });
      await expect(failing.check({ ...body, text: '🙏🙏🙏' })).rejects.toMatchObject({ status: 422 });
    }
  });
});
