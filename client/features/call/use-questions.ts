/** The questions of a call as they were asked, and how far it has come. Renders when that changes, not while typing. */
import { useMemo } from 'react'
import { useDerived, useRow, useRows, useSingle } from '#client/session/hooks.ts'
import { askedOf, versionInForce, wordingAt } from '#shared/board/guide-wording.ts'
import { guide, guideChanges, guideQuestions } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { answers, interviews } from '#shared/interviews/schema.ts'

/** Theme of the question after which the list of needs may be shown (method D8). */
const UNAIDED = 'decider'

export interface AskedQuestion {
  readonly id: string
  readonly number: number
  readonly text: string
  readonly probes: readonly string[]
  readonly isUnaided: boolean
  readonly status: 'answered' | 'skipped' | 'open'
}

export function useQuestions(interviewId: string): readonly AskedQuestion[] {
  const questions = useRows(guideQuestions)
  const changes = useRows(guideChanges)
  const version = versionInForce(useSingle(guide).version, changes)
  const interview = useRow(interviews, interviewId)
  const notAsked = interview?.notAsked
  const wonOrLost = interview?.customer.wonOrLost ?? 'won'
  const asked = useDerived(answers, (all) =>
    Object.fromEntries(
      all
        .filter((answer) => answer.interviewId === interviewId && answer.text.trim() !== '')
        .map((answer) => [answer.questionId, answer.guideVersion]),
    ),
  )
  return useMemo(() => {
    const shown = questions
      .filter((question) => question.binned === null || question.id in asked)
      .sort(byOrder)
    const worded = shown.map((question) => ({
      ...question,
      text: wordingAt(question, asked[question.id] ?? version, changes),
    }))
    const put = askedOf(worded, wonOrLost)
    const last = put.findLastIndex(({ id }) => id in asked)
    return put.map((question, index) => {
      const isLeftOut = index < last || (notAsked?.includes(question.id) ?? false)
      return {
        id: question.id,
        number: index + 1,
        text: question.text,
        probes: question.probes,
        isUnaided: question.theme === UNAIDED,
        status: question.id in asked ? 'answered' : isLeftOut ? 'skipped' : 'open',
      }
    })
  }, [questions, changes, version, notAsked, wonOrLost, asked])
}
