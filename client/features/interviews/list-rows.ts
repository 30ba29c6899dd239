/** What the list shows of each interview that counts, and which of them a filter leaves. Pure. */
import { askedOf, questionsAt, usualQuestions } from '#shared/board/guide-wording.ts'
import type { GuideChange, GuideQuestion } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import { isOnCall } from '#shared/interviews/interview-edits.ts'
import { pointsCount } from '#shared/interviews/number-edits.ts'
import type { Interview } from '#shared/interviews/schema.ts'

/** What the list needs of answers: which are written, and at which version of the guide. */
export interface AnswerMark {
  readonly interviewId: string
  readonly questionId: string
  readonly guideVersion: number
  readonly isWritten: boolean
}

export interface ListRow {
  readonly interview: Interview
  readonly isOnCall: boolean
  readonly answered: number
  readonly asked: number
  readonly isComplete: boolean
  readonly quotes: number
  readonly doubles: number
}

export interface ListSource {
  readonly interviews: readonly Interview[]
  readonly answers: readonly AnswerMark[]
  /** Quotes of each interview, by its id. */
  readonly quotes: Readonly<Record<string, number>>
  readonly questions: readonly GuideQuestion[]
  readonly changes: readonly GuideChange[]
}

/** Every interview that counts, in the order in which they were begun; answers and quotes of doubles with theirs. */
export function listRows({
  interviews,
  answers,
  quotes,
  questions,
  changes,
}: ListSource): readonly ListRow[] {
  const counted = countedFor(interviews)
  const own = new Map<string, Interview[]>()
  for (const one of interviews) push(own, counted.get(one.id) ?? one.id, one)
  const written = new Map<string, AnswerMark[]>()
  for (const mark of answers) if (mark.isWritten) push(written, mark.interviewId, mark)
  const guides = new Map<number, readonly GuideQuestion[]>()
  const guideAt = (version: number) => {
    const known =
      guides.get(version) ??
      (questions.length === 0 ? usualQuestions : questionsAt(questions, changes, version))
    guides.set(version, known)
    return known
  }
  return interviews
    .filter(({ id }) => counted.get(id) === id)
    .sort(byOrder)
    .map((interview) => {
      const members = own.get(interview.id) ?? [interview]
      const marks = members.flatMap(({ id }) => written.get(id) ?? [])
      const version = Math.max(...marks.map(({ guideVersion }) => guideVersion), -1)
      const guide = askedOf(
        guideAt(version < 0 ? Number.MAX_SAFE_INTEGER : version),
        interview.customer.wonOrLost,
      )
      const has = new Set(marks.map(({ questionId }) => questionId))
      const answered = guide.filter(({ id, theme }) => has.has(id) || isGivenElsewhere(members, theme)).length
      const onCall = members.some(isOnCall)
      return {
        interview,
        isOnCall: onCall,
        answered,
        asked: guide.length,
        isComplete:
          !onCall && (members.some(({ weights }) => pointsCount(weights)) || answered * 2 > guide.length),
        quotes: members.reduce((sum, { id }) => sum + (quotes[id] ?? 0), 0),
        doubles: members.length - 1,
      }
    })
}

/** Points and marks are given beside the questions, so these two have no text of their own. */
const isGivenElsewhere = (members: readonly Interview[], theme: string): boolean =>
  (theme === 'weights' && members.some(({ weights }) => weights.status !== 'not_asked')) ||
  (theme === 'marks' && members.some(({ marks }) => marks.length > 0))

function push<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key)
  if (group) group.push(one)
  else groups.set(key, [one])
}

export const filterNames = ['role', 'mode', 'outcome', 'source', 'state'] as const
export type FilterName = (typeof filterNames)[number]

/** Empty values let everything pass. */
export type Filter = Readonly<Record<FilterName, string>> & { readonly search: string }

/** Rows that a filter leaves; every word searched for is in the name, the role, the trade or the interviewer. */
export function filtered(
  rows: readonly ListRow[],
  filter: Filter,
  nameOf: (seatId: string | null) => string,
): readonly ListRow[] {
  const words = filter.search.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  const isAny = filterNames.every((name) => filter[name] === '')
  if (words.length === 0 && isAny) return rows
  return rows.filter((row) => {
    const { interview } = row
    if (!filterNames.every((name) => filter[name] === '' || filterValue(row, name) === filter[name]))
      return false
    const { pseudonym, customer, interviewerSeatId } = interview
    const text =
      `${pseudonym} ${customer.role} ${customer.trade} ${nameOf(interviewerSeatId)}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

function filterValue({ interview, isOnCall: onCall, isComplete }: ListRow, name: FilterName): string {
  switch (name) {
    case 'role':
      return interview.customer.buyingRole ?? 'none'
    case 'mode':
      return interview.mode ?? 'none'
    case 'outcome':
      return interview.customer.wonOrLost
    case 'source':
      return interview.source
    case 'state':
      return onCall ? 'calling' : isComplete ? 'complete' : 'partial'
  }
}
