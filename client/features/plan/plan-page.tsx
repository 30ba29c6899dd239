/**
 * `/w/:id/plan`: the Revenue Growth Action Plan (method P6, P8). What is done about what the roadmap leaves open, who does
 * it, by when, what it does to money, and what nobody has taken up yet.
 */
import { type FocusEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ActionPanel } from '#client/features/plan/action-panel.tsx'
import { AddAction } from '#client/features/plan/add-action.tsx'
import { Aims } from '#client/features/plan/aims.tsx'
import { DoneDialog, useFinish } from '#client/features/plan/done-dialog.tsx'
import { type Group, type Grouping, groupings, groupsOf, heldGroups } from '#client/features/plan/groups.ts'
import { LeftOut } from '#client/features/plan/left-out.tsx'
import { Looks } from '#client/features/plan/looks.tsx'
import { Money } from '#client/features/plan/money.tsx'
import { PlanCards } from '#client/features/plan/plan-cards.tsx'
import { PlanContext, usePlan } from '#client/features/plan/plan-context.tsx'
import { PlanHead } from '#client/features/plan/plan-head.tsx'
import { PlanPaper } from '#client/features/plan/plan-paper.tsx'
import { PlanTable } from '#client/features/plan/plan-table.tsx'
import { timelineOf } from '#client/features/plan/timeline.ts'
import { useGround } from '#client/features/plan/use-ground.ts'
import { useLetterKeys } from '#client/lib/letter-keys.ts'
import { useIsPhone } from '#client/lib/media.ts'
import { useIsLoading } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { FromListButton } from '#client/ui/from-list-button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import typography from '#client/ui/type.module.css'
import type { Action } from '#shared/board/action-edits.ts'
import { liveStages } from '#shared/board/roadmap-edits.ts'
import { byQuickWin, firstToDo } from '#shared/reality/plan.ts'
import styles from './plan-page.module.css'

export function PlanPage() {
  const { t } = useTranslation('plan')
  if (useIsLoading()) return <LateSkeleton label={t('loading')} />
  return (
    <PlanProvider>
      <Page />
    </PlanProvider>
  )
}

/** What is open over the page beside an action, which stands in the address; it closes by itself when its row goes. */
type Over =
  | { readonly what: 'done'; readonly id: string }
  | { readonly what: 'add'; readonly link: string | null }

function PlanProvider({ children }: { readonly children: ReactNode }) {
  const reading = useGround()
  const finishNow = useFinish()
  const [over, setOver] = useState<Over | null>(null)
  const close = () => setOver(null)
  const [params, setParam] = useParams()
  const { ground, linkOf } = reading
  const finish = (action: Action) => {
    const closes = action.links.some((id) => ['question', 'skepticism'].includes(linkOf(id).kind))
    setParam('action', '')
    if (closes) setOver({ what: 'done', id: action.id })
    else finishNow(action, null, [])
  }
  const plan = {
    ...reading,
    finish,
    open: (id: string) => setParam('action', id),
    addFor: (link: string | null) => setOver({ what: 'add', link }),
  }
  const there = (id: string | null) => ground.actions.find((one) => one.id === id && !one.binned)
  const opened = there(params.get('action'))
  const asked = there(over?.what === 'done' ? over.id : null)
  return (
    <PlanContext value={plan}>
      {children}
      {over?.what === 'add' && <AddAction link={over.link} onClose={close} />}
      {asked && <DoneDialog action={asked} onClose={close} />}
      {opened && !over && <ActionPanel action={opened} onClose={() => setParam('action', '')} />}
    </PlanContext>
  )
}

function Page() {
  const { t } = useTranslation('plan')
  const { figures, today, mayEdit, addFor } = usePlan()
  const [params, set] = useParams()
  const isPhone = useIsPhone()
  const by = groupings.find((one) => one === params.get('by')) ?? 'kind'
  const isQuick = params.get('sort') === 'quick-wins'
  const add = useRef(addFor)
  add.current = addFor
  useLetterKeys(useMemo(() => (mayEdit ? { n: () => add.current(null) } : noKeys), [mayEdit]))
  const { groups, hold } = useGroups(by, isQuick)
  const rows = { groups, by, timeline: timelineOf(figures.live, today), firstId: firstToDo(figures.live) }
  return (
    <div className={styles.page}>
      <PlanHead
        by={by}
        isQuick={isQuick}
        onBy={(next) => set('by', next === 'kind' ? '' : next)}
        onQuick={(next) => set('sort', next ? 'quick-wins' : '')}
      />
      {figures.live.length === 0 ? (
        <EmptyState drawing={<UnansweredDrawing />} fact={t('empty.fact')} advice={t('empty.advice')}>
          {mayEdit && (
            <>
              <Button kind="primary" aria-keyshortcuts="n" onClick={() => addFor(null)}>
                {t('add')}
              </Button>
              <FromListButton kind="actions" />
            </>
          )}
        </EmptyState>
      ) : (
        <div data-rows {...hold}>
          {isPhone ? <PlanCards {...rows} /> : <PlanTable {...rows} />}
        </div>
      )}
      {mayEdit && <p className={typography.hidden}>{t('keys')}</p>}
      <LeftOut />
      {figures.live.length > 0 && <Aims />}
      <Money />
      <Looks />
      <PlanPaper groups={groups} by={by} />
    </div>
  )
}

/** What stands in the address, and how one name of it is set; an empty value takes it out. */
function useParams() {
  const [params, setParams] = useSearchParams()
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  return [params, set] as const
}

const noKeys: Readonly<Record<string, () => void>> = {}

/** The rows in groups; as long as one of their fields has the focus they stay where they are. */
function useGroups(by: Grouping, isQuick: boolean) {
  const { figures, ground, ownerOf } = usePlan()
  const [isHeld, setHeld] = useState(false)
  const shown = useRef<{ readonly view: string; readonly groups: readonly Group[] }>({ view: '', groups: [] })
  const stages = liveStages(ground.stages).map(({ id }) => id)
  const stageOfCard = new Map(ground.cards.map(({ id, place }) => [id, place.stageId]))
  const next = groupsOf(isQuick ? [...figures.live].sort(byQuickWin) : figures.live, {
    by,
    stageIds: stages,
    stageOf: (link) => (stages.includes(link) ? link : (stageOfCard.get(link) ?? null)),
    ownerOf,
  })
  const view = `${by} ${isQuick}`
  const groups = isHeld && shown.current.view === view ? heldGroups(shown.current.groups, next) : next
  shown.current = { view, groups }
  return {
    groups,
    hold: {
      onFocus: () => setHeld(true),
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHeld(false)
      },
    },
  }
}
