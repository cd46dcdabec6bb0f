import type { FactImportList } from '@kentongan/contracts';
import { askDesk, type DeskAddress } from './desk-api.js';

const everyMilliseconds = 1_000;

/** Writes how far an import is on one line of the terminal. @returns ends the line */
export function tellProgress(desk: DeskAddress, importId: string, region = 'default'): () => void {
  const timer = setInterval(() => {
    askDesk<FactImportList>(desk, 'GET', `/api/facts/imports?region=${encodeURIComponent(region)}`).then(
      ({ imports }) => {
        const own = imports.find((each) => each.importId === importId);
        if (own) process.stderr.write(`\r${own.read} read, ${own.recorded} recorded, ${own.refused} refused`);
      },
      () => {}, // the import itself says what is wrong
    );
  }, everyMilliseconds);
  return () => {
    clearInterval(timer);
    process.stderr.write('\r\u001B[K');
  };
}
