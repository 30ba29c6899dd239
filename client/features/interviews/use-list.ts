/** The rows of the list as the session has them; a key typed into a note does not compute them anew. */
import { useMemo } from 'react'
import { type ListRow, listRows } from '#client/features/interviews/list-rows.ts'
import { useDerived, useRows, useSeats } from '#client/session/hooks.ts'
import { guideChanges, guideQuestions } from '#shared/board/schema.ts'
import { answers, interviews, quotes } from '#shared/interviews/schema.ts'
import { type Seat, seats } from '#shared/record/schema.ts'

export function useList(): readonly ListRow[] {
  const all = useRows(interviews)
  const questions = useRows(guideQuestions)
  const changes = useRows(guideChanges)
  const written = useDerived(answers, (rows) =>
    rows.map(({ interviewId, questionId, guideVersion, text }) => ({
      interviewId,
      questionId,
      guideVersion,
      isWritten: text.trim() !== '',
    })),
  )
  const quoted = useDerived(quotes, (rows) => {
    const counts: Record<string, number> = {}
    for (const { interviewId } of rows) counts[interviewId] = (counts[interviewId] ?? 0) + 1
    return counts
  })
  return useMemo(
    () => listRows({ interviews: all, answers: written, quotes: quoted, questions, changes }),
    [all, written, quoted, questions, changes],
  )
}

/** What a seat is called, also when it was removed; empty without one. */
export function useSeatNames(): (seatId: string | null) => string {
  const names = useDerived(seats, (all) => Object.fromEntries(all.map(({ id, name }) => [id, name])))
  return useMemo(() => (seatId) => (seatId === null ? '' : (names[seatId] ?? '')), [names])
}

export const useResearchers = (): readonly Seat[] => useSeats().filter(({ role }) => role === 'researcher')
