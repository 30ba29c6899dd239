/** The needs a customer is asked about: those the room weighed, and what this customer brought up. */
import { useDerived, useRow } from '#client/session/hooks.ts'
import { needs } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { type Interview, interviews, proposals } from '#shared/interviews/schema.ts'

export interface ShownNeed {
  readonly id: string
  readonly title: string
  readonly isRaised: boolean
}

const fold = (words: string) => words.trim().toLocaleLowerCase()

export function useShownNeeds(interviewId: string): readonly ShownNeed[] {
  const interview = useRow(interviews, interviewId)
  const onBoard = useDerived(needs, (all) =>
    all
      .filter(({ binned }) => binned === null)
      .sort(byOrder)
      .map(({ id, short, status }) => ({ id, title: short, isListed: status === 'active' })),
  )
  const proposed = useDerived(proposals, (all) =>
    all
      .filter(({ kind }) => kind === 'need')
      .sort(byOrder)
      .map(({ id, title }) => ({ id, title, isListed: false })),
  )
  const known = new Set(onBoard.map(({ id }) => id))
  return [...onBoard, ...proposed.filter(({ id }) => !known.has(id))].flatMap(({ id, title, isListed }) => {
    const isRaised = interview?.missingNeeds.some((one) => fold(one) === fold(title)) ?? false
    return isListed || isRaised || isUsed(interview, id)
      ? [{ id, title, isRaised: isRaised && !isListed }]
      : []
  })
}

const isUsed = (interview: Interview | undefined, id: string): boolean =>
  interview !== undefined &&
  (id in interview.weights.points ||
    interview.unaidedTopNeedId === id ||
    interview.marks.some(({ marks }) => id in marks))
