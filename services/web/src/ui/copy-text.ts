/**
 * Copies text that may still have to be fetched. A clipboard item with a promise keeps the click's permission
 * while the text is on its way (Safari); without the clipboard API (plain http in an office network) the old way is used.
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof ClipboardItem !== 'undefined' && navigator.clipboard?.write && text instanceof Promise) {
      const blob = text.then((words) => new Blob([words], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
      return true;
    }
    const words = await text;
    if (!navigator.clipboard) return copyBySelection(words);
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return text instanceof Promise ? text.then(copyBySelection, () => false) : copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
