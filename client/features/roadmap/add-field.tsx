/** The field for a new card: Enter saves and stays for the next, Tab goes on to the next lane, Escape ends it. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import type { Lane } from '#shared/board/schema.ts'
import styles from './card.module.css'

export function AddField({ stageId, lane }: { readonly stageId: string; readonly lane: Lane }) {
  const { t } = useTranslation('roadmap')
  const { control } = useBoard()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const take = (element: HTMLTextAreaElement) => {
    control.addHere(element.value)
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
