import { Envelope } from '../event.js';
import type { Stream } from '../stream.js';
import { compileExact, type ExactCheck } from './compile-exact.js';

const checks = new WeakMap<Stream, ExactCheck>();

/**
 * The check of a whole message of `stream`, made when it is first asked for. What it says yes to is, unchanged, what
 * `decodeEvent` would give; with the rest `decodeEvent` has to be asked.
 */
export function exactEventCheck(stream: Stream): ExactCheck {
  let check = checks.get(stream);
  if (!check) {
    check = compileEvents(stream);
    checks.set(stream, check);
  }
  return check;
}

function compileEvents(stream: Stream): ExactCheck {
  const isEnvelope = compileExact(Envelope);
  const events = stream.events.map(({ type, v, data }) => ({ type, v, isData: compileExact(data) }));
  return (json) => {
    if (!isEnvelope?.(json)) return false;
    const { type, v, data } = json as { type: string; v: number; data: unknown };
    for (const each of events) if (each.type === type && each.v === v) return each.isData?.(data) ?? false;
    return false;
  };
}
