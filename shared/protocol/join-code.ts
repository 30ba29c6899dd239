/** The code on the screen. Apart from `calls.ts`, so that typing one does not load the schemas. */

/** No 0, O, 1, I, L (JN-2a). */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const CODE_LENGTH = 6

/** A code as typed, made comparable: upper case, spaces and dashes dropped. */
export const normalizeCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s\u2010-\u2015-]/gu, '')

/** In two threes, as it is read aloud. */
export const spokenCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`.trim()
