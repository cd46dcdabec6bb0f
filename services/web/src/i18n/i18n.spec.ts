import * as contracts from '@kentongan/contracts';
import { subjectLabels } from '@kentongan/language';
import { evidenceCodes, routeReasonCodes } from '@kentongan/triage';
import { describe, expect, it } from 'vitest';

type Texts = { readonly [key: string]: string | Texts };

const files = import.meta.glob<Texts>('./{id,en}/*.json', { import: 'default', eager: true });
const sources = import.meta.glob<string>('../**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A person chooses this word for their own clarification; nowhere else does it stand. */
const allowedLabels = new Set(['codes:verdict.hoax']);

function flat(texts: Texts, before = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${before}${key}`, value]] : flat(value, `${before}${key}.`),
  );
}

function textsOf(language: 'id' | 'en'): Map<string, string> {
  const all = Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`));
  return new Map(
    all.flatMap(([path, texts]) => {
      const area = path.replace(/^.*\/|\.json$/g, '');
      return flat(texts).map(([key, text]): [string, string] => [`${area}:${key}`, text]);
    }),
  );
}

const plain = (key: string) => key.replace(/_(one|other)$/, '');
const indonesian = textsOf('id');
const english = textsOf('en');
const keys = new Set([...indonesian.keys()].map(plain));

describe('the words of the interface', () => {
  it('are complete in both languages', () => {
    expect(indonesian.size).toBeGreaterThan(400);
    expect([...new Set([...english.keys()].map(plain))].sort()).toEqual([...keys].sort());
    for (const key of english.keys())
      if (key.endsWith('_one')) expect(english.has(key.replace(/_one$/, '_other')), key).toBe(true);
  });

  it('are never empty and name the same values', () => {
    for (const [key, text] of [...indonesian, ...english]) expect(text.trim(), key).not.toBe('');
    const values = (text: string | undefined) =>
      [...new Set([...(text ?? '').matchAll(/\{\{\w+\}\}/g)].map(String))].sort();
    for (const [key, text] of indonesian) expect(values(english.get(key) ?? text), key).toEqual(values(text));
  });

  it('call nothing a hoax before a person does', () => {
    const accusing = [...indonesian, ...english].filter(([, text]) => /hoaks|hoax/i.test(text));
    expect(accusing.map(([key]) => key).filter((key) => !allowedLabels.has(key))).toEqual([]);
  });

  it('exist for every literal key that a screen asks for', () => {
    const missing: string[] = [];
    for (const [path, source] of Object.entries(sources)) {
      if (/\.spec\.|\/archive\/|\/dashboard\/|\/system\//.test(path)) continue;
      const names = [...source.matchAll(/\{ t(?:: (\w+))? \} = useTranslation\((?:'(\w+)')?\)/g)];
      for (const name of new Set(names.map(([, alias]) => alias ?? 't'))) {
        const areas = names
          .filter(([, alias]) => (alias ?? 't') === name)
          .map(([, , area]) => area ?? 'common');
        for (const [, key] of source.matchAll(new RegExp(`\\b${name}\\('([\\w.]+)'`, 'g')))
          if (!areas.some((area) => keys.has(`${area}:${key}`))) missing.push(`${path} ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

describe('codes of the API', () => {
  const groups: Readonly<Record<string, readonly string[]>> = {
    level: contracts.PriorityLevel.options,
    state: contracts.IssueState.options,
    route: contracts.Route.options,
    routeHint: contracts.Route.options,
    role: contracts.Role.options,
    dismissReason: contracts.DismissReason.options,
    sourceState: contracts.SourceState.options,
    postType: contracts.PostType.options,
    sentiment: contracts.SentimentLabel.options,
    authorKind: contracts.AuthorKind.options,
    hoaxLevel: contracts.HoaxMatchLevel.options,
    matchLevel: contracts.HoaxMatchLevel.options,
    stance: contracts.Stance.options,
    postTypeReason: contracts.PostTypeReasonCode.options,
    draftFallback: contracts.DraftFallback.options,
    draftSentenceProblem: contracts.DraftSentenceProblem.options,
    keyKind: contracts.SignalKeyKind.options,
    change: contracts.IssueChangeKind.options,
    move: contracts.MoveBody.options.map((option) => option.shape.move.value),
    priorityPart: contracts.PriorityPartName.options,
    verdict: contracts.Verdict.options,
    misinformationType: contracts.MisinformationType.options,
    clarificationStatus: contracts.ClarificationStatus.options,
    supportKind: contracts.Support.shape.kind.options,
    evidenceKind: contracts.Evidence.shape.kind.options,
    inboxWhy: contracts.InboxItem.shape.why.options,
    subject: Object.keys(subjectLabels),
    routeReason: routeReasonCodes,
    priorityEvidence: evidenceCodes,
  };

  it.each(Object.entries(groups))('%s are all worded', (group, codes) => {
    for (const code of codes) expect(keys.has(`codes:${group}.${code}`), `${group}.${code}`).toBe(true);
  });
});

describe('the sources', () => {
  it('show posts as text only, never as markup', () => {
    const sinks = /dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write/;
    const bad = Object.entries(sources).filter(
      ([path, text]) => !path.endsWith('.spec.ts') && sinks.test(text),
    );
    expect(bad.map(([path]) => path)).toEqual([]);
  });
});
