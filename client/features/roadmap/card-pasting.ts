/** What becomes of what is pasted onto the board: cards at once, or an offer when it is more than goes at once. */
import { type ClipboardEvent, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { goesAtOnce, linesIn } from '#client/features/roadmap/paste-lines.ts'
import { isTyping } from '#client/lib/letter-keys.ts'
import { LONGEST_CARD } from '#shared/board/card-edits.ts'
import type { Card } from '#shared/board/schema.ts'

type FieldPaste = ClipboardEvent<HTMLTextAreaElement>

export function usePasting() {
  const { control, state } = useBoard()
  const { t } = useTranslation('card')
  return useMemo(() => {
    /** Adds lines at the open field, or offers to. True when something became of them. */
    const add = (text: string): boolean => {
      const { adding } = state.getState()
      const lines = linesIn(text)
      if (!adding || lines.length === 0) return false
      if (goesAtOnce(lines)) {
        control.addHere(lines.join('\n'))
        if (lines.length > 1) control.say(t('paste.added', { count: lines.length }))
      } else {
        state.setState({ tooMuch: { stageId: adding.stageId, lane: adding.lane, text: lines.join('\n') } })
      }
      return true
    }
    return {
      add,
      /** In the field for a new card: several lines are several cards. */
      intoField: (event: FieldPaste) => {
        const field = event.currentTarget
        const text = after(event)
        if (linesIn(text).length < 2 && text.length <= LONGEST_CARD) return
        event.preventDefault()
        if (add(text)) field.value = ''
      },
      /** In the words of a card: what does not fit is offered as cards of its own, and cut off nowhere. */
      intoCard: ({ place }: Card, event: FieldPaste) => {
        if (after(event).length <= LONGEST_CARD) return
        event.preventDefault()
        const { stageId, lane } = place
        state.setState({ tooMuch: { stageId, lane, text: pasted(event) } })
      },
    }
  }, [control, state, t])
}

const pasted = (event: FieldPaste): string => event.clipboardData.getData('text/plain')

/** What the field would hold. */
function after(event: FieldPaste): string {
  const { value, selectionStart, selectionEnd } = event.currentTarget
  return value.slice(0, selectionStart) + pasted(event) + value.slice(selectionEnd)
}

/** Pasting with the focus on a card or an empty cell adds below it. */
export function useBoardPaste(): void {
  const { control, state, mayEdit } = useBoard()
  const pasting = usePasting()
  useEffect(() => {
    const paste = (event: Event) => {
      const { hasFocus, panel, editing, adding, lifted } = state.getState()
      const isBusy = panel !== null || editing !== null || adding !== null || lifted !== null
      if (!mayEdit || !hasFocus || isBusy || event.defaultPrevented || isTyping(event.target)) return
      const text = (event as globalThis.ClipboardEvent).clipboardData?.getData('text/plain') ?? ''
      if (linesIn(text).length === 0) return
      event.preventDefault()
      control.startAdding()
      pasting.add(text)
      control.stopAdding()
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [control, state, mayEdit, pasting])
}
