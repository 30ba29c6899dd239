/**
 * Text as every file format can hold it: without control characters that XML knows none of, without halves of
 * characters, lines ended in one way. Everything else stays as it was typed.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g
const NO_CHARACTER = /\p{Noncharacter_Code_Point}/gu
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\ufffd/g

export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(CONTROL, '').replace(HALF, '?').replace(NO_CHARACTER, '')

/** The same value with every text in it cleaned; keys stay. */
export function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one)]))
}

/** In one line, for titles, cells of tables and subjects. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
