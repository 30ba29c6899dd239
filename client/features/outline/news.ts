/** What others did to the cards between two looks. Pure; the newest thing about a card counts. */
import type { Card } from '#shared/board/schema.ts'

export type Change = 'added' | 'moved' | 'changed' | 'deleted'

type Cards = ReadonlyMap<string, Card>

export function changesBetween(before: Cards, now: Cards): ReadonlyMap<string, Change> {
  const found = new Map<string, Change>()
  for (const [id, card] of now) {
    const old = before.get(id)
    if (old === card) continue
    const change = changeOf(old, card)
    if (change) found.set(id, change)
  }
  for (const [id, card] of before) if (!now.has(id) && !card.binned) found.set(id, 'deleted')
  return found
}

function changeOf(old: Card | undefined, card: Card): Change | null {
  const wasLive = old !== undefined && !old.binned
  if (!wasLive) return card.binned ? null : 'added'
  if (card.binned) return 'deleted'
  if (old.place.stageId !== card.place.stageId || old.place.lane !== card.place.lane) return 'moved'
  // Cards around a landing get new keys of order: no news.
  return isSame(old, card) ? null : 'changed'
}

const isSame = ({ place: _a, ...a }: Card, { place: _b, ...b }: Card): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Adds what came later; a card added and then changed is still an added one, and one deleted again is no news. */
export function addChanges(pending: Map<string, Change>, later: ReadonlyMap<string, Change>): void {
  for (const [id, change] of later) {
    const known = pending.get(id)
    if (known === 'added' && change === 'deleted') pending.delete(id)
    else if (known === 'added' && change !== 'deleted') continue
    else if (known === 'moved' && change === 'changed') continue
    else pending.set(id, change)
  }
}
