export const passwordCharactersMin = 12;
const passwordCharactersMax = 200;

export const isAcceptable = (password: string): boolean =>
  password.length >= passwordCharactersMin && password.length <= passwordCharactersMax;
