/**
 * The field for a new card: Enter saves and stays for the next, Tab goes on to the next lane, Escape ends it. What was
 * typed when the field goes by somebody else's doing, because they deleted the stage, becomes a card all the same.
 */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { usePasting } from '#client/features/roadmap/card-pasting.ts'
import { useSession, useSingle } from '#client/session/hooks.ts'
import { showToast } from '#client/ui/toast-store.ts'
import { writtenWhile } from '#shared/board/card-edits.ts'
import { addCards } from '#shared/board/roadmap-edits.ts'
import type { Lane } from '#shared/board/schema.ts'
import { envelope } from '#shared/record/schema.ts'
import styles from './card.module.css'

export function AddField({ stageId, lane }: { readonly stageId: string; readonly lane: Lane }) {
  const { t } = useTranslation('roadmap')
  const { t: card } = useTranslation('card')
  const { control, state } = useBoard()
  const session = useSession()
  const isSealed = useSingle(envelope).openedAt === null
  const pasting = usePasting()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const element = field.current
    element?.focus()
    return () => {
      const { adding } = state.getState()
      const text = element?.value.trim() ?? ''
      if (text === '' || adding?.stageId !== stageId || adding.lane !== lane) return
      state.setState({ adding: null })
      session.edit(addCards, { stageId, lane, texts: [text], values: writtenWhile(lane, isSealed) })
      showToast({ kind: 'note', text: card('words.stageGoneAdded') })
    }
  }, [state, session, stageId, lane, isSealed, card])
  const take = (element: HTMLTextAreaElement) => {
    pasting.add(element.value)
    element.value = ''
  }
  return (
    <div className={`${styles.card} ${styles.guess} ${styles.adding}`}>
      <textarea
        ref={field}
        className={styles.field}
        rows={1}
        aria-label={t('card.newText', {
          lane: t(`lanes.${lane}.one`).toLowerCase(),
          stage: control.stageName(stageId),
        })}
        onPaste={pasting.intoField}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          const element = event.currentTarget
          const isEmpty = element.value.trim() === ''
          if (event.key === 'Enter') {
            event.preventDefault()
            if (isEmpty) control.stopAdding()
            else take(element)
          } else if (event.key === 'Escape') {
            event.preventDefault()
            control.stopAdding()
          } else if (event.key === 'Tab') {
            if (!isEmpty) take(element)
            if (control.nextLane(event.shiftKey ? -1 : 1)) event.preventDefault()
          }
          event.stopPropagation()
        }}
        onBlur={(event) => {
          if (!event.currentTarget.isConnected || !document.hasFocus()) return
          take(event.currentTarget)
          control.leaveAdding()
        }}
      />
    </div>
  )
}
