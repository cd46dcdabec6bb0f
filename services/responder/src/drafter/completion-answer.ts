import { parseDraftAnswer } from '@kentongan/drafting';
import { z } from 'zod';
import type { DrafterAnswer } from './drafter.port.js';

/** Of a chat completion only this is read. A call of a tool is never made, so an answer that asks for one is refused. */
const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.enum(['stop']).nullish(),
        message: z.object({
          content: z.string().max(40_000),
          tool_calls: z.array(z.unknown()).max(0).nullish(),
          function_call: z.null().optional(),
        }),
      }),
    )
    .length(1),
});

/** The sentences in the body of a chat completion. */
export function answerOf(body: Buffer): DrafterAnswer {
  const completion = Completion.safeParse(parsed(body.toString('utf8')));
  const content = completion.data?.choices[0]?.message.content.trim() ?? '';
  // Many models fence their JSON whatever they are told.
  const bare = /^```(?:json)?\s([\s\S]{0,40000})```$/.exec(content)?.[1] ?? content;
  const sentences = parseDraftAnswer(bare);
  return sentences ? { ok: true, sentences } : { ok: false, problem: 'badAnswer' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
