import type { Agency, Evidence, Fact } from '@kentongan/contracts';
import { maskPersons } from '../privacy/mask-persons.js';
import { visibleText } from '../privacy/visible-text.js';
import { linkedHosts } from '../text/links.js';
import { cutAtSentence, sentencesOf } from '../text/sentences.js';
import type { FactWords } from './fact-words.js';
import { aboutWhat } from './open-questions.js';
import type { SuggestionInput, WrittenField } from './suggestion.js';

const quoteCharactersMax = 600;
const doNotPassOn = 'Mohon tidak meneruskan pesan itu.';
const template = { kind: 'template' } as const;

/** The fields of a draft that a fact-check gives words for, in the order in which they are read. */
export function fieldsFromFact(fact: Fact, words: FactWords, input: SuggestionInput): WrittenField[] {
  const rests = [{ kind: 'fact' as const, reference: fact.factId.slice(0, 200) }];
  const hasMyth = words.myth !== '';
  const publisher = fact.publisher ? ` oleh ${fact.publisher}` : '';
  return [
    { field: 'headline', words: words.headline, supports: rests },
    {
      field: 'warningLabel',
      words: hasMyth
        ? `Hati-hati: pesan berikut mirip informasi keliru yang pernah diperiksa${publisher}.`.slice(0, 200)
        : '',
      supports: [template, ...rests],
    },
    { field: 'myth', words: words.myth, supports: rests },
    { field: 'whyWrong', words: words.whyWrong, supports: rests },
    explanationField(words.explanation, rests, input.evidence),
    {
      field: 'factAgain',
      words: words.headline === '' ? '' : `Faktanya: ${words.headline}.`,
      supports: rests,
    },
    citizenActionField(input.agency, fact.url, words.isTrue ? '' : doNotPassOn),
  ];
}

/** What can be said while nobody knows yet: that it is looked at, by whom, and to wait. */
export function holdingFields(input: SuggestionInput): WrittenField[] {
  const what = aboutWhat(input.signal, input.regionName);
  const rests = input.signal ? [template, { kind: 'signal' as const }] : [template];
  const agency = input.agency;
  const byWhom = agency ? ` bersama ${agency.name}` : '';
  const agencySupport = agency ? [{ kind: 'agency' as const, reference: agency.agencyId }] : [];
  return [
    { field: 'headline', words: `Kami sedang memeriksa informasi ${asClause(what)}`, supports: rests },
    {
      field: 'warningLabel',
      words: 'Belum terbukti: informasi ini masih diperiksa.',
      supports: [template],
    },
    explanationField('', [], input.evidence),
    {
      field: 'factAgain',
      words: `Pemeriksaan dilakukan ${input.regionName}${byWhom}. Hasilnya akan kami umumkan di kanal resmi.`,
      supports: [template, ...agencySupport],
    },
    citizenActionField(agency, undefined, doNotPassOn),
  ];
}

/** "informasi tentang informasi yang beredar" reads badly. */
function asClause(what: string): string {
  return what.replace(/^tentang informasi yang beredar/, 'yang beredar');
}

/** What really goes on: the fact-check's own explanation, then what agencies supplied, in their words. */
function explanationField(
  explanation: string,
  supports: WrittenField['supports'],
  evidence: readonly Evidence[],
): WrittenField {
  const quoted = evidence.find(({ kind, quote }) => kind !== 'factCheck' && (quote ?? '').trim() !== '');
  const quote = quoted ? quotation(quoted) : '';
  return {
    field: 'alternativeExplanation',
    words: [explanation, quote].filter((each) => each !== '').join(' '),
    supports: [
      ...(explanation === '' ? [] : supports),
      ...(quoted && quote !== '' ? [{ kind: 'evidence' as const, reference: quoted.evidenceId }] : []),
    ],
  };
}

/** An agency's own words, but for persons and sentences that lead elsewhere: the evidence itself keeps its address. */
function quotation({ suppliedBy, quote = '' }: Evidence): string {
  const kept = sentencesOf(visibleText(quote)).filter((sentence) => linkedHosts(sentence).length === 0);
  const words = cutAtSentence(maskPersons(kept.join(' ')), quoteCharactersMax);
  return words === '' ? '' : `${suppliedBy}: "${words}"`;
}

function citizenActionField(agency: Agency | null, url: string | undefined, request: string): WrittenField {
  const contact = agency?.publicContact
    ? ` Tanyakan atau laporkan ke ${agency.name}: ${agency.publicContact}.`
    : '';
  const page = url ? ` Penjelasan lengkap: ${url}` : '';
  return {
    field: 'citizenAction',
    words: `${request}${contact}${page}`.trim(),
    supports: [
      template,
      ...(contact === '' || !agency ? [] : [{ kind: 'agency' as const, reference: agency.agencyId }]),
    ],
  };
}
