/** What every part of the wall shares: who may do what, which notes are selected, and the acts, each said aloud once. */
import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRounds, useRows, useSession } from '#client/session/hooks.ts'
import { showToast } from '#client/ui/toast-store.ts'
import {
  groupNotes,
  mergeNeed,
  mergeNotes,
  parkNeed,
  releaseNotes,
  returnNotes,
  shortlistNeed,
  ungroupNeed,
} from '#shared/board/need-edits.ts'
import { type Need, needNotes } from '#shared/board/schema.ts'

type NeedValues = NonNullable<Parameters<typeof groupNotes>[1]['values']>
type Named = Pick<Need, 'id' | 'short'>

interface WallShared {
  /** May move notes and name needs. */
  readonly mayEdit: boolean
  /** May choose what is weighed. */
  readonly mayList: boolean
  /** The needs are being weighed, so the list stands. */
  readonly isLocked: boolean
  readonly selected: ReadonlySet<string>
  /** The last act in words, for those who listen. */
  readonly said: string
  toggle(noteId: string): void
  clear(): void
  group(noteIds: readonly string[], values?: NeedValues): void
  merge(noteIds: readonly string[], into: Named): void
  release(noteIds: readonly string[]): void
  ungroup(need: Named): void
  join(need: Named, into: Named): void
  shortlist(need: Named, index: number): void
  park(need: Named): void
  say(words: string): void
}

const WallContext = createContext<WallShared | null>(null)

export function useWall(): WallShared {
  const wall = use(WallContext)
  if (!wall) throw new Error('This part lies outside of the wall.')
  return wall
}

/** True from the first round about the needs on: what was weighed or marked must not change under its numbers. */
export function useIsLocked(): boolean {
  const weighed = useRounds('weights').length
  const marked = useRounds('marks').length
  return weighed + marked > 0
}

export function WallProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation(['needs', 'common'])
  const session = useSession()
  const notes = useRows(needNotes)
  const lastNotes = useRef(notes)
  useLayoutEffect(() => {
    lastNotes.current = notes
  }, [notes])
  const isLocked = useIsLocked()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [said, say] = useState('')
  const shared = useMemo(() => {
    const clear = () => setSelected(new Set())
    const nameOf = ({ short }: Named) => short || t('wall.untitled')
    const placesOf = (noteIds: readonly string[]) =>
      lastNotes.current
        .filter(({ id }) => noteIds.includes(id))
        .map(({ id, mergedInto }) => ({ noteId: id, needId: mergedInto }))
    /** Said, and for 8 s to be taken back (ID-2a). */
    const offerBack = (text: string, back: Parameters<typeof returnNotes>[1]) =>
      showToast({
        kind: 'undo',
        text,
        action: {
          label: t('common:undo'),
          run: () => {
            session.edit(returnNotes, back)
            say(t('said.takenBack', { count: back.places.length }))
          },
        },
      })
    return {
      clear,
      say,
      toggle: (noteId: string) =>
        setSelected((now) => {
          const next = new Set(now)
          if (!next.delete(noteId)) next.add(noteId)
          return next
        }),
      group: (noteIds: readonly string[], values?: NeedValues) => {
        if (noteIds.length === 0) return
        const places = placesOf(noteIds)
        const id = session.edit(groupNotes, { noteIds, ...(values && { values }) })
        clear()
        if (id === null) return
        offerBack(t('said.grouped', { count: noteIds.length }), { places, from: id, isMadeForThem: true })
        focusTitle(id)
      },
      merge: (noteIds: readonly string[], into: Named) => {
        const places = placesOf(noteIds)
        clear()
        if (!session.edit(mergeNotes, { noteIds, needId: into.id })) return
        const words = t('said.merged', { count: noteIds.length, need: nameOf(into) })
        offerBack(words, { places, from: into.id, isMadeForThem: false })
      },
      release: (noteIds: readonly string[]) => {
        clear()
        session.edit(releaseNotes, { noteIds })
        say(t('said.released', { count: noteIds.length }))
      },
      ungroup: (need: Named) => {
        session.edit(ungroupNeed, { id: need.id })
        say(t('said.ungrouped', { need: nameOf(need) }))
      },
      join: (need: Named, into: Named) => {
        if (session.edit(mergeNeed, { id: need.id, into: into.id }))
          say(t('said.joined', { need: nameOf(need), other: nameOf(into) }))
      },
      shortlist: (need: Named, index: number) => {
        const isOn = session.edit(shortlistNeed, { id: need.id, index })
        say(isOn ? t('said.shortlisted', { need: nameOf(need), number: index + 1 }) : t('said.full'))
      },
      park: (need: Named) => {
        session.edit(parkNeed, { id: need.id })
        say(t('said.parked', { need: nameOf(need) }))
      },
    }
  }, [session, t])
  const mayEdit = session.mayEditBoard && !isLocked
  const wall = { ...shared, selected, said, isLocked, mayEdit, mayList: mayEdit && session.isFacilitator }
  return <WallContext value={wall}>{children}</WallContext>
}

/** A new need is named next. On touch the keyboard would cover what was just done, so it is left alone there. */
function focusTitle(needId: string): void {
  if (matchMedia('(pointer: coarse)').matches) return
  requestAnimationFrame(() => {
    const title = document.querySelector<HTMLTextAreaElement>(`[data-need="${CSS.escape(needId)}"] textarea`)
    title?.focus()
    title?.select()
  })
}
