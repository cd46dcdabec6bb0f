export { type Effect, type Evidence, judge, type Verdict } from './judge.js';
export { type Issued, Oracle, payloadOf } from './oracle.js';
