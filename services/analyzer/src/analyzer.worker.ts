import { parentPort } from 'node:worker_threads';
import { decodeEvent, factsRecorded } from '@kentongan/contracts';
import { analyzeMessage } from './analyze-message.js';
import { checkText } from './checks/check-text.js';
import { claimOfFact } from './claim-of-fact.js';
import { loadParts } from './load-parts.js';
import { packMessages, unpackMessages } from './packed-messages.js';
import { Regions } from './regions.js';
import type {
  AnalysisFailure,
  FromWorker,
  Question,
  QuestionKind,
  Questions,
  ToWorker,
} from './worker-protocol.js';

const port = parentPort;
if (!port) throw new Error('analyzer.worker runs as a worker thread only');

const parts = loadParts();
const regions = new Regions();
const nothing = new Uint8Array(0);
/** More is a form letter rather than a hoax that came back. */
const variantsMax = 20;

port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'analyze':
      answer(message);
      break;
    case 'ask':
      port.postMessage(answered(message));
      break;
    case 'fact':
      recordFact(message.key, message.value);
      break;
    case 'lesson':
      regions.learn(message.key, message.value);
      break;
    case 'region':
      regions.record(message.key, message.value);
      break;
  }
});

port.postMessage({ kind: 'ready' } satisfies FromWorker);

function answer({ requestId, messages }: Extract<ToWorker, { kind: 'analyze' }>): void {
  const failures: AnalysisFailure[] = [];
  const regionIds: string[] = [];
  const values = unpackMessages(messages).map((bytes, index) => {
    const analyzed = analyzeMessage(bytes, regions, parts);
    regionIds.push(analyzed.ok ? analyzed.regionId : '');
    if (analyzed.ok) return analyzed.value;
    failures.push({ index, reason: analyzed.reason, detail: analyzed.detail });
    return nothing;
  });
  const packed = packMessages(values);
  port?.postMessage(
    { kind: 'analyzed', requestId, messages: packed, regionIds, failures } satisfies FromWorker,
    [packed.bytes.buffer],
  );
}

/** A text that breaks a step must not take the thread with it: others wait behind it. */
function answered({ requestId, question }: Extract<ToWorker, { kind: 'ask' }>): FromWorker {
  try {
    return { kind: 'answered', requestId, answer: answerOf(question) };
  } catch (error) {
    return { kind: 'answerFailed', requestId, detail: String(error).slice(0, 500) };
  }
}

function answerOf({ kind, asked }: Question): Questions[QuestionKind]['answer'] {
  if (kind === 'check') return checkText(asked, regions, parts);
  return parts.hoaxMemory.variantsOf(asked.factId, asked.regionId).slice(0, variantsMax);
}

function recordFact(factId: string, value: Uint8Array | null): void {
  if (value === null) {
    parts.hoaxMemory.withdraw(factId);
    return;
  }
  const decoded = decodeEvent(factsRecorded, value);
  if (!decoded.ok) return;
  const claim = claimOfFact(decoded.event.data);
  if (claim) parts.hoaxMemory.record(claim, decoded.event.regionId);
  else parts.hoaxMemory.withdraw(factId);
}
