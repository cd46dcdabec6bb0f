import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { filesBelow, type SpokenWords, wordsOfFile, wordsOfSource } from './spoken-words.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const label = /\b(?:hoaks|hoax)(?:nya)?\b/i;

/** Where the word may stand, each with its reason; whatever else has it says it before a person did. */
const allowed: readonly { readonly path: RegExp; readonly text: RegExp; readonly why: string }[] = [
  { path: /\.tsx?$/, text: /^hoax$/, why: 'the code of the verdict; people see its label' },
  { path: /\.ts$/, text: /^\.{1,2}\/\S+\.js$/, why: 'names of our own files' },
  {
    path: /i18n\/(id|en)\/codes\.json$/,
    text: /^\s*"hoax": "Hoa(ks|x)",$/,
    why: 'the verdict that a person chooses',
  },
  { path: /cli\/kentongan\.ts$/, text: /^The hoax memory\.$/, why: 'the name of the memory' },
  {
    path: /drafter\/draft-request\.ts$/,
    text: /Jangan memakai kata hoaks/,
    why: 'tells a model not to use it',
  },
  {
    path: /libs\/(drafting\/src\/text|language\/src|claims\/src\/(stance|memory|terms))\//,
    text: /./,
    why: 'words that posts are recognised by',
  },
];

const accusing = (words: readonly SpokenWords[]): string[] =>
  words
    .filter(({ text }) => label.test(text))
    .filter(({ path, text }) => !allowed.some((each) => each.path.test(path) && each.text.test(text)))
    .map(({ path, line, text }) => `${path}:${line} ${text.trim().slice(0, 120)}`);

describe('what the program can say', () => {
  it('calls nothing a hoax before a person does, in no string, template, page or stylesheet', () => {
    const files = ['libs', 'services'].flatMap((folder) =>
      filesBelow(root, folder, /\.(tsx?|html|json|css|svg|webmanifest)$/),
    );
    expect(files.length).toBeGreaterThan(800);
    expect(files.flatMap((path) => accusing(wordsOfFile(root, path)))).toEqual([]);
  });

  it('would be caught saying it in a string, a template, a tag, an attribute or a page', () => {
    const planted = `
      // hoaks in a comment and hoaxText in a name are nobody's verdict
      const isHoax = /hoaks/; const hoaxText = post.hoaxText;
      const said = 'Unggahan ini HOAKS'; const built = \`\${name} adalah hoaks, jangan sebarkan\`;
      const shown = <Badge title="Terbukti hoax">Ini hoaks!</Badge>;`;
    expect(accusing(wordsOfSource('services/web/src/planted.tsx', planted))).toEqual([
      'services/web/src/planted.tsx:4 Unggahan ini HOAKS',
      'services/web/src/planted.tsx:4 adalah hoaks, jangan sebarkan',
      'services/web/src/planted.tsx:5 Terbukti hoax',
      'services/web/src/planted.tsx:5 Ini hoaks!',
    ]);
    const line = { path: 'services/web/src/i18n/id/desk.json', line: 1, text: '"a": "Hoaks terdeteksi"' };
    expect(accusing([line])).toHaveLength(1);
  });

  it('allows nothing that nobody says any more', () => {
    const words = ['libs', 'services']
      .flatMap((folder) => filesBelow(root, folder, /\.(tsx?|json)$/))
      .flatMap((path) => wordsOfFile(root, path))
      .filter(({ text }) => label.test(text));
    const unused = allowed.filter(
      (each) => !words.some(({ path, text }) => each.path.test(path) && each.text.test(text)),
    );
    expect(unused.map(({ why }) => why)).toEqual([]);
  });
});
