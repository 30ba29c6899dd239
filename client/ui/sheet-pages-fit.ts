/**
 * Whether a sheet fits on one printed page of A4 or Letter, in the sizes of `stage-sheet.module.css`. A browser tells no
 * page how high it will be on paper, so lines are counted by their letters, with room to spare.
 */
import { sheetWords } from '#shared/report/sheet-words.ts'
import type { SheetAsk, StageSheet } from '#shared/report/stage-sheet.ts'

/** What the smaller of both papers leaves each way, less what a phone takes for margins of its own. */
const HEIGHT_MM = 240
const WIDTH_MM = 180
const GAP_MM = 5
const MARK_MM = 5
const ASK_MM = (WIDTH_MM - GAP_MM) * (4 / 9)
const ANSWER_MM = (WIDTH_MM - GAP_MM) * (5 / 9)

const MM_A_POINT = 0.3528
const LEADING = 1.3
/** Width of a usual letter, bold, as a share of its size; words leave the end of a line empty. */
const LETTER = 0.5
const FULL = 0.95

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{3ffff}]/u
const BROAD = /[\p{Lu}mwMW@%…—\u0900-\u0dff\u0e00-\u0eff]/u

const lettersOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (WIDE.test(one) ? 1.9 : BROAD.test(one) ? 1.35 : 1), 0)

/** Height of a text of `points` in a column, in millimetres. */
function height(text: string, widthMm: number, points = 10): number {
  const perLine = (widthMm * FULL) / (points * LETTER * MM_A_POINT)
  return Math.max(1, Math.ceil(lettersOf(text) / perLine)) * points * LEADING * MM_A_POINT
}

const SMALL = 8.5

function askHeight({ text, facts, without, answers, moreAnswers }: SheetAsk): number {
  const asked = height(text, ASK_MM - MARK_MM) + height(facts, ASK_MM, SMALL)
  const lines = answers.map(
    (answer) =>
      height(answer.text, ANSWER_MM) +
      height(answer.facts.join(' · '), ANSWER_MM, SMALL) +
      (answer.link === '' ? 0 : height(answer.link, ANSWER_MM, SMALL)) +
      (answer.bringIn === '' ? 0 : height(sheetWords.bringIn(answer.bringIn), ANSWER_MM, SMALL)) +
      1,
  )
  const told =
    (without === '' ? 0 : height(without, ANSWER_MM - MARK_MM) + 1) +
    lines.reduce((sum, one) => sum + one, 0) +
    (moreAnswers === '' ? 0 : height(moreAnswers, ANSWER_MM, SMALL))
  return Math.max(asked, told) + 3
}

const HEADING_MM = 8

const part = (lines: readonly number[]): number =>
  lines.length === 0 ? 0 : HEADING_MM + lines.reduce((sum, one) => sum + one, 0)

export function fitsPrinted(sheet: StageSheet): boolean {
  const whole = (text: string, points?: number) => height(text, WIDTH_MM, points)
  const beside = (text: string) => height(text, WIDTH_MM * 0.75)
  const parts = [
    whole(`${sheet.phase} ${sheet.counts}`, SMALL),
    whole(`${sheet.number}. ${sheet.name}`, 18),
    beside(sheet.whoIsIn.join(', ')) + beside(sheet.endsWhen) + 4,
    sheet.note === '' ? 0 : whole(sheet.note) + 2,
    HEADING_MM + sheet.asks.reduce((sum, ask) => sum + askHeight(ask), 0),
    sheet.more === '' ? 0 : whole(sheet.more) + 2,
    part(sheet.worries.map(({ text, said }) => height(`${text} ${said}`, WIDTH_MM - MARK_MM))),
    part(sheet.does.map((one) => whole(one))),
    part(sheet.next.map((one) => whole(one))),
    part(sheet.quotes.map(({ text, by }) => whole(text) + whole(by, SMALL) + 2)),
    whole(sheet.source, SMALL) + 5,
  ]
  return parts.reduce((sum, one) => sum + one, 0) <= HEIGHT_MM
}
