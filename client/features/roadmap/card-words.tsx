/** The words of a card while they are written, by one or several people at once. Everybody else sees static text. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { CardCarets } from '#client/features/roadmap/card-carets.tsx'
import { usePasting } from '#client/features/roadmap/card-pasting.ts'
import { useRow, useSharedText } from '#client/session/hooks.ts'
import { cards } from '#shared/board/schema.ts'
import styles from './card.module.css'

export function CardWords({ id }: { readonly id: string }) {
  const { t } = useTranslation('roadmap')
  const { state, control, carets } = useBoard()
  const pasting = usePasting()
  const card = useRow(cards, id)
  const bind = useSharedText(cards, id, 'text')
  const ref = useCallback(
    (element: HTMLTextAreaElement | null) => {
      if (!element) return undefined
      const release = bind(element)
      const caret = carets.get(id)
      element.focus({ preventScroll: true })
      element.setSelectionRange(caret?.start ?? element.value.length, caret?.end ?? element.value.length)
      return () => {
        // A card that another person moves is drawn anew elsewhere; the caret goes along.
        const { selectionStart: start, selectionEnd: end } = element
        if (state.getState().editing === id) carets.set(id, { start, end })
        else carets.delete(id)
        release?.()
      }
    },
    [bind, carets, id, state],
  )
  return (
    <div className={styles.writing}>
      <textarea
        ref={ref}
        className={styles.field}
        aria-label={t('card.text')}
        rows={1}
        onPaste={(event) => card && pasting.intoCard(card, event)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' || event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            control.stopEditing(id)
          }
        }}
        onBlur={(event) => {
          if (event.currentTarget.isConnected && document.hasFocus()) control.leaveEditing(id)
        }}
      />
      <CardCarets id={id} className={styles.field ?? ''} />
    </div>
  )
}
