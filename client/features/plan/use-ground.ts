/** The plan with all it may rest on, out of the documents, and what its links are called. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Linkable, LinkKind, Plan } from '#client/features/plan/plan-context.tsx'
import { firstName } from '#client/lib/first-name.ts'
import { useHeard } from '#client/round/use-heard.ts'
import { useRows, useSession, useSingle } from '#client/session/hooks.ts'
import { dayAt } from '#shared/board/due-date.ts'
import {
  actions,
  type Card,
  cards,
  findings,
  knowledgeGaps,
  needs,
  options,
  promiseDrafts,
  scene,
  stages,
} from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { type PlanGround, planFigures } from '#shared/reality/plan.ts'
import { repairsOf } from '#shared/reality/repairs.ts'
import { decisions, seats } from '#shared/record/schema.ts'

type Reading = Omit<Plan, 'open' | 'finish' | 'addFor'>

export function useGround(): Reading {
  const { i18n } = useTranslation()
  const session = useSession()
  const board = {
    actions: useRows(actions),
    stages: useRows(stages),
    cards: useRows(cards),
    findings: useRows(findings),
    knowledgeGaps: useRows(knowledgeGaps),
    needs: useRows(needs),
  }
  const settled = useRows(decisions)
  const columns = useRows(options)
  const drafts = useRows(promiseDrafts)
  const people = useRows(seats)
  const timeZone = useSingle(scene).timezone
  const { all: interviews } = useHeard()
  const today = dayAt(session.serverNow(), timeZone)
  const repairs = useRepairs(interviews, board.needs, columns)
  const ground: PlanGround = { ...board, decisions: settled, repairs }
  const linkables = linkablesOf(ground, drafts)
  const byId = new Map(linkables.map((one) => [one.id, one]))
  const names = new Map(people.map(({ id, name }) => [id, firstName(name)]))
  return {
    ground,
    figures: planFigures(ground),
    today,
    timeZone,
    linkables,
    linkOf: (id) => byId.get(id) ?? { id, kind: 'gone', title: '', voices: 0 },
    ownerOf: ({ ownerSeatId, ownerName }) => names.get(ownerSeatId ?? '') ?? ownerName.trim(),
    dayWords: (day) => shortDay(day, today, i18n.language),
    mayEdit: session.mayEditBoard,
  }
}

/** Comparing everything customers gave is worth keeping as long as nothing of it changes. */
function useRepairs(...[interviews, listed, columns]: Parameters<typeof repairsOf>): readonly string[] {
  const count = interviews.length
  return useMemo(
    () => (count === 0 ? [] : repairsOf(interviews, listed, columns)),
    [count, interviews, listed, columns],
  )
}

/** "30 Apr"; with the year where it is not this one. What is no day is shown as it is. */
export function shortDay(day: string, today: string, language: string): string {
  const at = Date.parse(day)
  if (Number.isNaN(at)) return day
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  }).format(at)
}

const kindOf = ({ place }: Card): LinkKind =>
  place.lane === 'question' || place.lane === 'skepticism' || place.lane === 'answer' ? place.lane : 'card'

const order: readonly LinkKind[] = [
  'question',
  'skepticism',
  'finding',
  'decision',
  'gap',
  'need',
  'stage',
  'answer',
  'promise',
  'card',
]

function linkablesOf(
  ground: PlanGround,
  drafts: readonly { readonly id: string; readonly text: string; readonly order: string }[],
): readonly Linkable[] {
  const live = <R extends { readonly binned: unknown }>(rows: readonly R[]) =>
    rows.filter(({ binned }) => !binned)
  const all: readonly Linkable[] = [
    ...live(ground.cards).map((card) => ({
      id: card.id,
      kind: kindOf(card),
      title: card.text,
      voices: new Set(card.raisedBy).size,
    })),
    ...[...ground.findings].sort(byOrder).map(({ id, text, interviewIds }) => ({
      id,
      kind: 'finding' as const,
      title: text,
      voices: interviewIds.length,
    })),
    ...ground.decisions
      .filter(({ supersededBy }) => supersededBy === null)
      .map(({ id, text }) => ({ id, kind: 'decision' as const, title: text, voices: 0 })),
    ...live(ground.knowledgeGaps).map(({ id, text }) => ({
      id,
      kind: 'gap' as const,
      title: text,
      voices: 0,
    })),
    ...live(ground.needs)
      .sort(byOrder)
      .map(({ id, short, statement, mentionedBy }) => ({
        id,
        kind: 'need' as const,
        title: short || statement,
        voices: mentionedBy.length,
      })),
    ...live(ground.stages)
      .sort(byOrder)
      .map(({ id, name }) => ({ id, kind: 'stage' as const, title: name, voices: 0 })),
    ...[...drafts]
      .sort(byOrder)
      .map(({ id, text }) => ({ id, kind: 'promise' as const, title: text, voices: 0 })),
  ]
  return [...all].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}
