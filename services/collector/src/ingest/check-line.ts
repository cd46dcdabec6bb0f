import { earliestPostTime, futureToleranceMinutes, IngestPost } from '@kentongan/contracts';
import type { ZodError } from 'zod';
import type { Line } from './line-splitter.js';
import type { Refusal, RefusalReason } from './refusal.js';

export type Checked =
  | { readonly ok: true; readonly post: IngestPost }
  | { readonly ok: false; readonly refusal: Refusal };

const nestingMax = 16;
const earliest = Date.parse(earliestPostTime);
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Bytes of one line → a post, or why not. Never throws.
 * @param now milliseconds since the epoch; a post may lie at most 10 minutes ahead of it
 */
export function checkLine(line: Line, lineBytesMax: number, now: number): Checked {
  if (line.isTooLong) return refused('lineTooLong', `the line is longer than ${lineBytesMax} bytes`);
  let text: string;
  try {
    text = decoder.decode(line.bytes);
  } catch {
    return refused('notUtf8', 'the line is not UTF-8: save the file as UTF-8');
  }
  if (isDeeperThan(text, nestingMax))
    return refused('tooDeep', `the line nests deeper than ${nestingMax} levels`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused('notJson', 'the line is not JSON: one object a line, no line breaks inside');
  }
  return checkPost(json, now);
}

/** A parsed value → a post, or why not. */
export function checkPost(json: unknown, now: number): Checked {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return refused('notAnObject', 'the line is not a JSON object');
  const parsed = IngestPost.safeParse(json);
  if (!parsed.success) return { ok: false, refusal: refusalOf(parsed.error, json) };
  const post = parsed.data;
  for (const [name, value] of Object.entries(post))
    if (typeof value === 'string' && value.includes('\0'))
      return refused('nulCharacter', `\`${name}\` holds a NUL character`);
  const time = Date.parse(post.ts);
  if (Number.isNaN(time)) return refused('wrongTime', '`ts` is not a date that exists');
  if (time < earliest) return refused('ancientTime', `\`ts\` lies before ${earliestPostTime}`);
  if (time > now + futureToleranceMinutes * 60_000)
    return refused('futureTime', `\`ts\` lies more than ${futureToleranceMinutes} minutes in the future`);
  if (post.text.trim() === '' && post.deleted !== true) return refused('missingText', '`text` is empty');
  return { ok: true, post };
}

const reasonsByField: Readonly<Record<string, readonly [missing: RefusalReason, wrong: RefusalReason]>> = {
  id: ['missingId', 'wrongId'],
  ts: ['missingTime', 'wrongTime'],
  text: ['missingText', 'wrongText'],
};

/** Says which field is wrong and what was expected; zod's messages name types and limits, never the value. */
function refusalOf(error: ZodError, json: object): Refusal {
  const issue = error.issues[0];
  const field = String(issue?.path[0] ?? '');
  const value: unknown = Reflect.get(json, field);
  const [missing, wrong] = reasonsByField[field] ?? ['wrongField', 'wrongField'];
  if (value === undefined || value === null || value === '')
    return { reason: missing, detail: `\`${field}\` is missing` };
  if (field === 'text' && issue?.code === 'too_big')
    return { reason: 'textTooLong', detail: `\`text\`: ${issue.message}` };
  return { reason: wrong, detail: `\`${field}\`: ${(issue?.message ?? 'not as expected').slice(0, 200)}` };
}

/** Counts brackets outside strings before anything is parsed. */
function isDeeperThan(text: string, levelsMax: number): boolean {
  let level = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) isInString = false;
    } else if (code === 0x22) isInString = true;
    else if (code === 0x5b || code === 0x7b) {
      level += 1;
      if (level > levelsMax) return true;
    } else if (code === 0x5d || code === 0x7d) level -= 1;
  }
  return false;
}

function refused(reason: RefusalReason, detail: string): Checked {
  return { ok: false, refusal: { reason, detail } };
}
