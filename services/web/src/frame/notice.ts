/** Short words about what was just done. */
export interface Notice {
  readonly id: number;
  readonly words: string;
  readonly tone: 'calm' | 'problem';
  readonly seconds: number;
  readonly action?: { readonly label: string; readonly run: () => void };
}
