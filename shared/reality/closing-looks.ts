/** When we look again (method P8): 30, 60 and 90 days after the first promise, at what was decided, at what we still ask. */
import type { ClosingGround, ClosingLook } from '#shared/reality/closing-ground.ts'
import { gapDueWords, lookWords, reviewOnWords, reviewWords } from '#shared/reality/closing-words.ts'
import { looksAgain } from '#shared/reality/look-again.ts'
import { liveActions } from '#shared/reality/plan.ts'

export function closingLooks({ actions, decisions, gaps, nameOf }: ClosingGround): ClosingLook[] {
  // Which look comes next is not said here: a file is read on another day than it was written.
  const looks = looksAgain({ live: liveActions(actions), changes: [], today: '', timeZone: '' })
  const all: ClosingLook[] = [
    ...looks.map(({ day, days, due, doneOfDue }) => ({
      day,
      words: lookWords(days, due, doneOfDue),
      at: 'plan' as const,
    })),
    ...decisions
      .filter(({ supersededBy, reviewWhen }) => supersededBy === null && reviewWhen.trim() !== '')
      .map(({ text, reviewWhen }) => ({ ...reviewOf(text, reviewWhen), at: 'decisions' as const })),
    ...gaps
      .filter(({ status, due }) => status !== 'answered' && due !== '')
      .map(({ text, due, ownerSeatId }) => ({
        day: due,
        words: gapDueWords(text, nameOf(ownerSeatId ?? '')),
        at: 'unknown' as const,
      })),
  ]
  return all.sort((a, b) => compare(a.day || LAST, b.day || LAST))
}

const LAST = '9'
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isoDay = /\d{4}-\d{2}-\d{2}/u

/** A review is a day, or something that has to happen first. */
function reviewOf(decision: string, when: string): { day: string; words: string } {
  const day = isoDay.exec(when)?.[0]
  return day === undefined
    ? { day: '', words: reviewWords(decision, when) }
    : { day, words: reviewOnWords(decision, when) }
}
