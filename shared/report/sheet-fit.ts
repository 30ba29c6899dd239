/**
 * Fits a sheet to one page: what customers raised most stays, the rest is counted. Each page measures by itself; where
 * nothing can be measured, on paper out of a browser, the lines are counted with room to spare.
 */
import { moreWords, sheetWords } from '#shared/report/sheet-words.ts'
import type { SheetAsk, StageSheet } from '#shared/report/stage-sheet.ts'

const MOST_ROLES = 6
const MOST_DEEDS = 4
const MOST_WORRIES = 4
const MOST_ANSWERS = 2
/** More than any page has room for. */
const MOST_ASKED = 40
const LONGEST_LINK = 90
/** Of what they ask, before anything else has to give way. */
const LEAST_ASKED = 4

/** The sheet as it is if it fits, else with less on it, and saying how much less. */
export function fitted(sheet: StageSheet, fits: (sheet: StageSheet) => boolean): StageSheet {
  if (sheet.asks.length <= MOST_ASKED && fits(sheet)) return sheet
  const briefer = brief(sheet)
  const all = [...sheet.asks, ...sheet.worries]
  const least = Math.min(LEAST_ASKED, sheet.asks.length)
  let best = { sheet: briefer, isFit: false }
  for (const one of [
    briefer,
    { ...briefer, does: [] },
    { ...briefer, does: [], quotes: briefer.quotes.slice(0, 1) },
    { ...briefer, does: [], quotes: [], worries: [] },
  ]) {
    const n = mostAsked(one, all, fits)
    const shown = withAsked(one, n, all)
    const isFit = n > 0 || fits(shown)
    if (!best.isFit || (isFit && n > best.sheet.asks.length)) best = { sheet: shown, isFit }
    if (isFit && n >= least) break
  }
  return best.sheet
}

function brief(sheet: StageSheet): StageSheet {
  return {
    ...sheet,
    whoIsIn: few(sheet.whoIsIn, MOST_ROLES),
    does: few(sheet.does, MOST_DEEDS),
    worries: sheet.worries.slice(0, MOST_WORRIES),
    asks: sheet.asks.map((ask) => ({
      ...ask,
      answers: ask.answers
        .slice(0, MOST_ANSWERS)
        .map((answer) => ({ ...answer, link: shortLink(answer.link) })),
      moreAnswers:
        ask.answers.length > MOST_ANSWERS ? sheetWords.moreAnswers(ask.answers.length - MOST_ANSWERS) : '',
    })),
  }
}

/** Its beginning says where, its end what. */
const shortLink = (link: string): string =>
  link.length <= LONGEST_LINK ? link : `${link.slice(0, LONGEST_LINK - 25)}…${link.slice(-24)}`

const few = (all: readonly string[], most: number): readonly string[] =>
  all.length <= most ? all : [...all.slice(0, most), sheetWords.moreOf(all.length - most)]

/** With the first `n` of what they ask; of `all`, the rest is counted. */
function withAsked(sheet: StageSheet, n: number, all: readonly SheetAsk[]): StageSheet {
  const asks = sheet.asks.slice(0, n)
  const shown = new Set([...asks, ...sheet.worries].map(({ id }) => id))
  return { ...sheet, asks, more: moreWords(all.filter(({ id }) => !shown.has(id))) }
}

/** How many can stay; by halves, as each further one only takes room. */
function mostAsked(
  sheet: StageSheet,
  all: readonly SheetAsk[],
  fits: (sheet: StageSheet) => boolean,
): number {
  let fit = 0
  let over = Math.min(sheet.asks.length, MOST_ASKED) + 1
  while (over - fit > 1) {
    const middle = Math.floor((fit + over) / 2)
    if (fits(withAsked(sheet, middle, all))) fit = middle
    else over = middle
  }
  return fit
}
