/** Keeps on this device, for the first page, what an open workshop is about, where it stands, and what its plan asks for. */
import { keepEqual } from '#client/session/keep-equal.ts'
import type { LiveSession } from '#client/session/live-session.ts'
import { type PlanSeen, rememberWorkshop } from '#client/session/workshops.ts'
import type { Action } from '#shared/board/action-edits.ts'
import { isRealDay } from '#shared/board/due-date.ts'
import { actions, scene } from '#shared/board/schema.ts'
import { promisedFrom } from '#shared/reality/look-again.ts'
import { liveActions } from '#shared/reality/plan.ts'
import { agenda, envelope } from '#shared/record/schema.ts'

export function rememberStanding(session: LiveSession, now: () => number): void {
  const [board, at, sealed] = [session.single(scene), session.single(agenda), session.single(envelope)]
  const rows = session.rows(actions)
  let plan: PlanSeen | null = null
  const named = () => {
    const { company, product, segment } = board.getState()
    return { company, product, segment }
  }
  const standing = () => ({
    activity: at.getState().activity,
    isEnvelopeOpen: sealed.getState().openedAt !== null,
  })
  // Nothing is known of a document before it has arrived.
  const remember = () => {
    const isLoaded = session.loaded.getState()
    plan = isLoaded ? planSeen([...rows.getState().values()]) : null
    const seen = { stood: standing(), ...(plan && { plan }), ...(isLoaded && { named: named() }) }
    rememberWorkshop(session.view, now(), seen)
  }
  for (const store of [session.loaded, at, sealed]) store.subscribe(remember)
  board.subscribe((state, before) => {
    const isRenamed = (['company', 'product', 'segment'] as const).some((key) => state[key] !== before[key])
    if (isRenamed) rememberWorkshop(session.view, now(), { named: named() })
  })
  rows.subscribe((all) => {
    const next = keepEqual<PlanSeen>(plan ?? undefined, planSeen([...all.values()]))
    if (next === plan || !session.loaded.getState()) return
    plan = next
    rememberWorkshop(session.view, now(), { plan: next })
  })
}

export function planSeen(all: readonly Action[]): PlanSeen {
  const live = liveActions(all)
  const open = live.filter(({ status }) => status !== 'done')
  return {
    open: open.length,
    dues: open.map(({ due }) => due).filter(isRealDay),
    ownerless: open.filter(({ ownerSeatId, ownerName }) => ownerSeatId === null && ownerName.trim() === '')
      .length,
    promisedFrom: promisedFrom(live),
  }
}
