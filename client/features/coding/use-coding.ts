/** Everything coding shows, computed from the session once for the page, and what may be done with it. */
import { createContext, useContext, useMemo } from 'react'
import { type Piece, piecesOf } from '#client/features/coding/pieces.ts'
import { useDerived, useRows, useSession, useSingle } from '#client/session/hooks.ts'
import { liveQuestions } from '#shared/board/guide-wording.ts'
import { liveStages } from '#shared/board/roadmap-edits.ts'
import { cards, findings, guideQuestions, needs, stages } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import type { Finding } from '#shared/interviews/finding-edits.ts'
import {
  answers,
  draftFindings,
  type Interview,
  interviews,
  proposals,
  quotes,
  type Theme,
  themes,
} from '#shared/interviews/schema.ts'
import { type Coded, findingInterviews, inCallOrder, themesHeard } from '#shared/interviews/themes-heard.ts'
import { isCounted, isCustomer } from '#shared/reality/customers.ts'
import { envelope } from '#shared/record/schema.ts'

interface Titled {
  readonly id: string
  readonly title: string
}

/** Who said something: customers, and apart from them those who did not buy (R046). Ids in call order. */
interface SaidBy {
  readonly customers: readonly string[]
  readonly lost: readonly string[]
}

export interface ThemeRow extends SaidBy {
  readonly id: string
  readonly label: string
  readonly merged: readonly Theme[]
}

export type FindingRow = Finding & SaidBy

export interface Coding {
  readonly isOpen: boolean
  readonly mayTag: boolean
  readonly mayFind: boolean
  readonly coded: Coded
  /** Customers in the order of their calls; the n of every share. */
  readonly customers: readonly Interview[]
  /** Everyone with an interview of their own. */
  readonly asked: readonly Interview[]
  readonly interviewOf: ReadonlyMap<string, Interview>
  readonly themes: readonly ThemeRow[]
  readonly heard: ReadonlyMap<string, readonly string[]>
  readonly pieces: readonly Piece[]
  readonly findings: readonly FindingRow[]
  readonly about: {
    readonly questions: readonly Titled[]
    readonly needs: readonly Titled[]
    readonly stages: readonly Titled[]
    readonly buyerQuestions: readonly Titled[]
    readonly doubts: readonly Titled[]
  }
}

const CodingContext = createContext<Coding | null>(null)
export const CodingProvider = CodingContext.Provider

export function useCoding(): Coding {
  const coding = useContext(CodingContext)
  if (coding === null) throw new Error('Outside the coding page')
  return coding
}

export function useMakeCoding(): Coding {
  const { mayEditBoard, mayEditInterviews, view } = useSession()
  const isResearcher = view.seat.role === 'researcher'
  const isOpen = useSingle(envelope).openedAt !== null
  const all = useRows(interviews)
  const notes = useRows(answers)
  const words = useRows(quotes)
  const labels = useRows(themes)
  const drafts = useRows(draftFindings)
  const published = useRows(findings)
  const about = useAbout()
  return useMemo(() => {
    const coded = { interviews: [...all].sort(inCallOrder), answers: notes, quotes: words, themes: labels }
    const heard = themesHeard(coded)
    const asked = coded.interviews.filter(isCounted)
    const interviewOf = new Map(all.map((one) => [one.id, one]))
    const saidBy = (ids: readonly string[]): SaidBy => {
      const own = asked.filter(({ id }) => ids.includes(id))
      return {
        customers: own.filter(isCustomer).map(({ id }) => id),
        lost: own.filter((one) => !isCustomer(one)).map(({ id }) => id),
      }
    }
    const counted = countedFor(all)
    // Words a customer did not allow inside the firm, and private ones, stay with the researchers.
    const shown = words.filter(
      ({ interviewId, private: isPrivate }) =>
        isResearcher || (!isPrivate && interviewOf.get(interviewId)?.consent.quotesInside !== false),
    )
    return {
      isOpen,
      mayTag: mayEditInterviews,
      mayFind: isOpen ? mayEditBoard : mayEditInterviews,
      coded,
      customers: asked.filter(isCustomer),
      asked,
      interviewOf: new Map(all.map(({ id }) => [id, interviewOf.get(counted.get(id) ?? id) as Interview])),
      themes: themeRows(labels, heard, saidBy),
      heard,
      pieces: piecesOf({
        interviews: all,
        answers: notes,
        quotes: shown,
        themes: labels,
        questions: about.questions.map(({ id }) => id),
      }),
      findings: (isOpen ? published : drafts)
        .map((one) => ({ ...one, ...saidBy(findingInterviews(one, coded)) }))
        .sort(byOrder),
      about,
    }
  }, [
    all,
    notes,
    words,
    labels,
    drafts,
    published,
    about,
    isOpen,
    isResearcher,
    mayEditBoard,
    mayEditInterviews,
  ])
}

/** The most often heard first. */
function themeRows(
  all: readonly Theme[],
  heard: ReadonlyMap<string, readonly string[]>,
  saidBy: (ids: readonly string[]) => SaidBy,
): readonly ThemeRow[] {
  const head = countedFor(all)
  return all
    .filter(({ id }) => head.get(id) === id)
    .sort(byOrder)
    .map(({ id, label }) => ({
      id,
      label,
      merged: all.filter((one) => one.id !== id && head.get(one.id) === id),
      ...saidBy([...heard].flatMap(([one, own]) => (own.includes(id) ? [one] : []))),
    }))
    .sort((a, b) => b.customers.length - a.customers.length || b.lost.length - a.lost.length)
}

/** What words and findings can be about: of the board, and of what researchers have only proposed. */
function useAbout(): Coding['about'] {
  const questions = useDerived(guideQuestions, (rows) =>
    liveQuestions(rows).map(({ id, text }) => ({ id, title: text })),
  )
  const ofNeeds = useDerived(needs, (rows) =>
    rows
      .filter(({ binned }) => !binned)
      .sort(byOrder)
      .map(({ id, short, statement }) => ({ id, title: short || statement })),
  )
  const ofStages = useDerived(stages, (rows) => liveStages(rows).map(({ id, name }) => ({ id, title: name })))
  const ofCards = useDerived(cards, (rows) =>
    rows
      .filter(({ binned }) => !binned)
      .map(({ id, text, place }) => ({ id, title: text, lane: place.lane })),
  )
  const proposed = useDerived(proposals, (rows) =>
    [...rows].sort(byOrder).map(({ id, kind, title }) => ({ id, kind, title })),
  )
  return useMemo(() => {
    const more = (kind: (typeof proposed)[number]['kind']) =>
      proposed.filter((one) => one.kind === kind).map(({ id, title }) => ({ id, title }))
    const ofLane = (lane: 'question' | 'skepticism') => [
      ...ofCards.filter((card) => card.lane === lane).map(({ id, title }) => ({ id, title })),
      ...more(lane),
    ]
    return {
      questions,
      needs: [...ofNeeds, ...more('need')],
      stages: [...ofStages, ...more('stage')],
      buyerQuestions: ofLane('question'),
      doubts: ofLane('skepticism'),
    }
  }, [questions, ofNeeds, ofStages, ofCards, proposed])
}
