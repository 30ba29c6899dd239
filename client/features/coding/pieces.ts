/** Answers and quotes as one list in the order of the calls, and which of them a filter leaves. Pure. */
import { byOrder } from '#shared/document/order.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import type { Answer, Interview, Quote, Theme } from '#shared/interviews/schema.ts'
import { inCallOrder } from '#shared/interviews/themes-heard.ts'

export interface Piece {
  readonly kind: 'answer' | 'quote'
  readonly id: string
  /** Whose it is; for a double the interview it counts for. */
  readonly who: Interview
  readonly text: string
  readonly questionId: string
  readonly needIds: readonly string[]
  readonly stageIds: readonly string[]
  /** Questions, doubts and options it is about. */
  readonly otherIds: readonly string[]
  /** As they count: merged themes as the one they are merged into. */
  readonly themeIds: readonly string[]
  readonly isCoded: boolean
}

export interface Said {
  readonly interviews: readonly Interview[]
  readonly answers: readonly Answer[]
  readonly quotes: readonly Quote[]
  readonly themes: readonly Theme[]
  /** Ids of the guide's questions, in their order. */
  readonly questions: readonly string[]
}

/** What may be coded: written answers, each followed by its quotes. One counts as coded with the other. */
export function piecesOf({ interviews, answers, quotes, themes, questions }: Said): readonly Piece[] {
  const counted = countedFor(interviews)
  const themeOf = countedFor(themes)
  const byId = new Map(interviews.map((one) => [one.id, one]))
  const place = new Map(questions.map((id, index) => [id, index]))
  const live = (themeIds: readonly string[]) => [...new Set(themeIds.flatMap((id) => themeOf.get(id) ?? []))]
  const ofAnswer = groupBy(quotes, ({ answerId }) => answerId ?? '')
  const answerIds = new Set(answers.map(({ id }) => id))
  const quotePiece = (quote: Quote, who: Interview, answer: Answer | null): Piece => {
    const themeIds = live(quote.themeIds)
    return {
      kind: 'quote',
      id: quote.id,
      who,
      text: quote.text,
      questionId: answer?.questionId ?? '',
      needIds: quote.needIds,
      stageIds: together(quote.stageIds, answer?.stageId),
      otherIds: [...quote.cardIds, ...quote.optionIds],
      themeIds,
      isCoded: themeIds.length > 0 || live(answer?.themeIds ?? []).length > 0,
    }
  }
  const answersBy = groupBy(answers, ({ interviewId }) => interviewId)
  const looseBy = groupBy(
    quotes.filter(({ answerId }) => answerId === null || !answerIds.has(answerId)),
    ({ interviewId }) => interviewId,
  )
  return [...interviews].sort(inCallOrder).flatMap((one) => {
    const who = byId.get(counted.get(one.id) ?? one.id) ?? one
    const own = [...(answersBy.get(one.id) ?? [])].sort(
      (a, b) => (place.get(a.questionId) ?? 999) - (place.get(b.questionId) ?? 999) || byOrder(a, b),
    )
    return [
      ...own.flatMap((answer): Piece[] => {
        const words = [...(ofAnswer.get(answer.id) ?? [])].sort(byOrder)
        const themeIds = live(answer.themeIds)
        const note: Piece = {
          kind: 'answer',
          id: answer.id,
          who,
          text: answer.text,
          questionId: answer.questionId,
          needIds: [],
          stageIds: together([], answer.stageId),
          otherIds: [],
          themeIds,
          isCoded: themeIds.length > 0 || words.some((quote) => live(quote.themeIds).length > 0),
        }
        const quoted = words.map((quote) => quotePiece(quote, who, answer))
        return answer.text.trim() === '' ? quoted : [note, ...quoted]
      }),
      ...[...(looseBy.get(one.id) ?? [])].sort(byOrder).map((quote) => quotePiece(quote, who, null)),
    ]
  })
}

const together = (ids: readonly string[], more: string | null | undefined): readonly string[] =>
  more ? [...new Set([...ids, more])] : ids

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

export const filterNames = ['question', 'need', 'stage', 'theme'] as const
export type FilterName = (typeof filterNames)[number]

/** Empty values let everything pass. */
export type Filter = Readonly<Record<FilterName, string>> & {
  readonly isAll: boolean
  readonly search: string
}

export const noFilter: Filter = { isAll: false, search: '', question: '', need: '', stage: '', theme: '' }

/** Those a filter leaves, and those in `kept`, which were there when coding began and do not vanish under one's hands. */
export function filtered(
  pieces: readonly Piece[],
  filter: Filter,
  kept: ReadonlySet<string>,
): readonly Piece[] {
  const words = filter.search.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  return pieces.filter((piece) => {
    if (!filter.isAll && piece.isCoded && !kept.has(piece.id)) return false
    if (filter.question !== '' && piece.questionId !== filter.question) return false
    if (filter.need !== '' && !piece.needIds.includes(filter.need)) return false
    if (filter.stage !== '' && !piece.stageIds.includes(filter.stage)) return false
    if (filter.theme !== '' && !piece.themeIds.includes(filter.theme)) return false
    const { pseudonym, customer } = piece.who
    const text = `${piece.text} ${pseudonym} ${customer.role} ${customer.trade}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** What other customers said about any of the same: quotes first, then notes. */
export function alsoSaid(
  pieces: readonly Piece[],
  about: ReadonlySet<string>,
  but: string | null,
): readonly Piece[] {
  const found = pieces.filter(
    ({ who, ...piece }) =>
      who.id !== but &&
      [...piece.themeIds, ...piece.needIds, ...piece.stageIds, ...piece.otherIds].some((id) => about.has(id)),
  )
  return [...found.filter(({ kind }) => kind === 'quote'), ...found.filter(({ kind }) => kind === 'answer')]
}

export const aboutOf = ({ themeIds, needIds, stageIds, otherIds }: Piece): ReadonlySet<string> =>
  new Set([...themeIds, ...needIds, ...stageIds, ...otherIds])
