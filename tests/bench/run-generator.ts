import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadPlan, LoadReport } from './load-generator.js';

const generator = fileURLToPath(new URL('./load-generator.js', import.meta.url));

/** Runs the load in a process of its own, so that what is measured cannot slow it; resolves with its last report. */
export function runGenerator(
  plan: LoadPlan,
  onAccepted: (marker: string, atMilliseconds: number) => void,
): Promise<Extract<LoadReport, { kind: 'end' }>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [generator, JSON.stringify(plan)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rest = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const report = JSON.parse(line) as LoadReport;
        if (report.kind === 'accepted') onAccepted(report.marker, report.atMilliseconds);
        else resolve(report);
      }
    });
    child.once('exit', (code) => reject(new Error(`the load generator ended with ${code} and no report`)));
  });
}
