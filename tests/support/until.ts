import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is `wanted`; the error of a wait in vain shows the last answer. */
export async function until<T>(
  read: () => Promise<T>,
  wanted: (value: T) => boolean,
  secondsMax: number,
): Promise<T> {
  const deadline = performance.now() + secondsMax * 1_000;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (performance.now() > deadline)
      throw new Error(
        `not within ${secondsMax} s; last answer: ${JSON.stringify(value ?? null).slice(0, 2_000)}`,
      );
    await pause(100);
  }
}
