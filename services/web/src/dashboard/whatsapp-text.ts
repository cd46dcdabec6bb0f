interface WhatsappInput {
  readonly title: string;
  readonly time: string;
  readonly sentence: string;
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
}

/** What WhatsApp shows without *baca selengkapnya* in most groups, and what our cards keep to as well. */
export const whatsappCharactersMax = 1_000;
const lineCharactersMax = 140;

/** The dashboard as a message. Whole lines are left out at the end rather than one cut in the middle. */
export function whatsappText({ title, time, sentence, sections }: WhatsappInput): string {
  const head = `*${plain(title)}*\n${plain(time)}\n\n${plain(sentence, 400)}`;
  let text = head.slice(0, whatsappCharactersMax);
  for (const { heading, lines } of sections) {
    let isHeadingDue = true;
    for (const line of lines) {
      const opening = isHeadingDue ? `\n\n*${plain(heading)}*` : '';
      const more = `${opening}\n• ${plain(line)}`;
      if (text.length + more.length > whatsappCharactersMax) return text;
      text += more;
      isHeadingDue = false;
    }
  }
  return text;
}

/** One line, without the marks that WhatsApp reads as bold, italic or code, and without handles. */
function plain(text: string, charactersMax = lineCharactersMax): string {
  const flat = text
    .replaceAll(/[*_~`]/g, '')
    .replaceAll(/(?<![\p{L}\p{N}.])@[\p{L}\p{N}_.]+/gu, '@…')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return flat.length > charactersMax ? `${flat.slice(0, charactersMax - 1).trimEnd()}…` : flat;
}
