/** The words of a card while they are written, by one or several people at once. Everybody else sees static text. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { useSharedText } from '#client/session/hooks.ts'
import { cards } from '#shared/board/schema.ts'
import styles from './card.module.css'

export function CardWords({ id }: { readonly id: string }) {
  const { t } = useTranslation('roadmap')
  const { state, control, carets } = useBoard()
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
    <textarea
      ref={ref}
      className={styles.field}
      aria-label={t('card.text')}
      maxLength={300}
      rows={1}
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
  )
}
