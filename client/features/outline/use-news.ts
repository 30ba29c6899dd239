/**
 * Says what others change, for those who listen: politely, at most once in a few seconds, one sentence however much it
 * is. What this person does is said where it is done.
 */
import type { TFunction } from 'i18next'
import { useEffect, useMemo, useRef } from 'react'
import { addChanges, type Change, changesBetween } from '#client/features/outline/news.ts'
import type { LiveSession } from '#client/session/live-session.ts'
import { useLiveSession } from '#client/session/session-context.ts'
import { liveStages } from '#shared/board/roadmap-edits.ts'
import { type Card, cards, stages } from '#shared/board/schema.ts'

/** Apart, so that one sentence is heard before the next. */
const QUIET_MS = 4_000

export interface News {
  /** Runs something of one's own: what it changes is no news. */
  own<T>(run: () => T): T
  /** Whether something of one's own was done since that was last asked. */
  takeOwn(): boolean
  /** The card this person writes in; null: none. */
  writesIn(cardId: string | null): void
  /** That was said already. */
  forget(cardId: string): void
}

export function useNews(t: TFunction<['outline', 'roadmap']>, say: (text: string) => void): News {
  const session = useLiveSession()
  const isOwn = useRef(false)
  const wasOwn = useRef(false)
  const writing = useRef<string | null>(null)
  const pending = useRef(new Map<string, Change>())
  useEffect(() => {
    const heard = pending.current
    let stagesChanged = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      timer = undefined
      const text = sentence(t, session, heard, stagesChanged)
      heard.clear()
      stagesChanged = false
      if (text) say(text)
    }
    const wait = () => {
      if (heard.size > 0 || stagesChanged) timer ??= setTimeout(tell, QUIET_MS)
    }
    const stopCards = session.rows(cards).subscribe((now, before) => {
      if (isOwn.current) return
      const changes = new Map(changesBetween(before, now))
      if (writing.current !== null && changes.get(writing.current) === 'changed')
        changes.delete(writing.current)
      addChanges(heard, changes)
      wait()
    })
    const stopStages = session.rows(stages).subscribe(() => {
      if (isOwn.current) return
      stagesChanged = true
      wait()
    })
    return () => {
      clearTimeout(timer)
      stopCards()
      stopStages()
    }
  }, [session, say, t])
  return useMemo(
    () => ({
      own: (run) => {
        isOwn.current = true
        wasOwn.current = true
        try {
          return run()
        } finally {
          isOwn.current = false
        }
      },
      takeOwn: () => {
        const was = wasOwn.current
        wasOwn.current = false
        return was
      },
      writesIn: (cardId) => {
        writing.current = cardId
      },
      forget: (cardId) => {
        pending.current.delete(cardId)
      },
    }),
    [],
  )
}

const order: readonly Change[] = ['added', 'moved', 'changed', 'deleted']

function sentence(
  t: TFunction<['outline', 'roadmap']>,
  session: LiveSession,
  changes: ReadonlyMap<string, Change>,
  stagesChanged: boolean,
): string | null {
  const [first, ...others] = changes
  if (!first) return stagesChanged ? t('news.stages') : null
  if (others.length === 0 && !stagesChanged) {
    const [id, change] = first
    const card = session.rows(cards).getState().get(id)
    return card ? t(`news.${change}`, wordsOf(t, session, card)) : null
  }
  const counts = order.flatMap((kind) => {
    const count = [...changes.values()].filter((one) => one === kind).length
    return count === 0 ? [] : [t(`news.count.${kind}`, { count })]
  })
  const list = counts.join(', ')
  return `${t('news.many', { list })}${stagesChanged ? ` ${t('news.stages')}` : ''}`
}

/** Text, stage and lane of a card, for what is said about it. */
export function wordsOf(t: TFunction<['outline', 'roadmap']>, session: LiveSession, card: Card) {
  const stage = liveStages([...session.rows(stages).getState().values()]).find(
    ({ id }) => id === card.place.stageId,
  )
  return {
    text: card.text || t('roadmap:card.empty'),
    stage: stage ? stage.name || t('roadmap:stage.unnamed') : t('roadmap:stage.unplaced'),
    lane: t(`roadmap:lanes.${card.place.lane}.name`),
  }
}
