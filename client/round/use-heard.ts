/**
 * What customers said, for screens of the whole room: nothing before the envelope is open, also for researchers, whose
 * screen may be the one on the wall.
 */
import { useRows, useSingle } from '#client/session/hooks.ts'
import { guideQuestions } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import { answers, type Interview, interviews, type Quote, quotes } from '#shared/interviews/schema.ts'
import { isCustomer } from '#shared/reality/customers.ts'
import { envelope } from '#shared/record/schema.ts'

export interface Heard {
  readonly isOpen: boolean
  readonly all: readonly Interview[]
  /** Those who count as customers. */
  readonly customers: readonly Interview[]
  /** Quotes that may be shown to the room, with the interview each counts for. */
  readonly quotes: readonly { readonly quote: Quote; readonly interview: Interview }[]
  /** What customers answered to the question of that theme. */
  readonly answersTo: (theme: string) => readonly HeardAnswer[]
  /** The same, of one question of the guide. */
  readonly answersToQuestion: (questionId: string) => readonly HeardAnswer[]
}

export interface HeardAnswer {
  readonly id: string
  readonly text: string
  readonly interview: Interview
}

export function useHeard(): Heard {
  const isOpen = useSingle(envelope).openedAt !== null
  const rows = useRows(interviews)
  const said = useRows(quotes)
  const given = useRows(answers)
  const questions = useRows(guideQuestions)
  const all = isOpen ? rows : []
  const byId = new Map(all.map((one) => [one.id, one]))
  const counted = countedFor(all)
  const countsFor = (id: string) => byId.get(counted.get(id) ?? '')
  const answersOf = (asked: ReadonlySet<string>) =>
    given
      .filter(({ questionId, text }) => asked.has(questionId) && text.trim() !== '')
      .sort(byOrder)
      .flatMap(({ id, text, interviewId }) => {
        const interview = countsFor(interviewId)
        return interview && isCustomer(interview) ? [{ id, text, interview }] : []
      })
      .sort((a, b) => (a.interview.pseudonym < b.interview.pseudonym ? -1 : 1))
  return {
    isOpen,
    all,
    customers: all.filter(isCustomer),
    quotes: said.flatMap((quote) => {
      const interview = countsFor(quote.interviewId)
      const isAllowed = !quote.private && byId.get(quote.interviewId)?.consent.quotesInside !== false
      return interview && isAllowed ? [{ quote, interview }] : []
    }),
    answersTo: (theme) =>
      answersOf(new Set(questions.filter((one) => one.theme === theme).map(({ id }) => id))),
    answersToQuestion: (questionId) => answersOf(new Set([questionId])),
  }
}
