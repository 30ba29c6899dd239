/**
 * Text that a spreadsheet would take for a formula leaves with an apostrophe before it and comes back without: every
 * text comes back as it was, also one that begins with apostrophes itself.
 */
const NEEDS_GUARD = /^'*[=+\-@＝＋－＠\t\r\n]/
const IS_GUARDED = /^''*[=+\-@＝＋－＠\t\r\n]/
const FORMULA = /^[=@＝＠]|^[+\-＋－](?!\d+([.,]\d+)?$)\S/

const NUMBER = /^[+-]?\d+([.,]\d+)?$/

export const guard = (text: string): string =>
  NEEDS_GUARD.test(text) && !NUMBER.test(text) ? `'${text}` : text

export const unguard = (text: string): string => (IS_GUARDED.test(text) ? text.slice(1) : text)

/** A cell of somebody's file, given back: guarded where it was not. It reads the same. */
export const guardRaw = (cell: string): string => (IS_GUARDED.test(cell) ? cell : guard(cell))

/** Whether a spreadsheet would compute it. It is never computed here. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text)

const SHEET_ERROR = /^\s*#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!)\s*$/i

/** Whether it is what a spreadsheet shows where it could compute nothing. */
export const isSheetError = (text: string): boolean => SHEET_ERROR.test(text)
