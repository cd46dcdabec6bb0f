import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, client } from '../api/client.js';
import { useRenewMemory } from './memory-queries.js';

/** A large list takes minutes; the desk itself says when a sender broke off. */
const importSecondsMax = 900;

interface GivenFile {
  readonly file: File;
  readonly source: string;
  readonly licence: string;
}

/** A name as ids are prefixed with: `Cek Fakta Tempo` → `cek-fakta-tempo`. */
export function sourceOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
}

/** Sends the file itself; `importId` names it before the answer is there, to follow how far it is. */
export function useImport(region: string) {
  const renew = useRenewMemory(region);
  const [importId, setImportId] = useState('');
  const run = useMutation({
    mutationFn: async ({ file, source, licence }: GivenFile) => {
      const id = newId();
      setImportId(id);
      const query = {
        importId: id,
        region,
        source,
        fileName: file.name.slice(0, 200),
        ...(licence && { licence }),
      };
      return answer(
        client.POST('/api/facts/import', {
          params: { query },
          body: (await unzipped(file)) as never,
          bodySerializer: (body: unknown) => body as Blob,
          headers: { 'content-type': 'text/plain' },
          fetch: (request: Request) =>
            globalThis.fetch(new Request(request, { signal: AbortSignal.timeout(importSecondsMax * 1_000) })),
        }),
      );
    },
    onSettled: renew,
  });
  return { ...run, importId };
}

function unzipped(file: File): Promise<Blob> {
  if (!file.name.endsWith('.gz')) return Promise.resolve(file);
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).blob();
}

/** `crypto.randomUUID` is there on secure pages alone, and a desk may run on plain http inside an office. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
