/**
 * Carets of others over a field that shows a shared text: the same words, unseen, in the same box, with the carets
 * between them. The field's parent is positioned; the field and this layer share one class for type and padding.
 */
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { firstName } from '#client/lib/first-name.ts'
import { useDerived, useSharedWords } from '#client/session/hooks.ts'
import { functionColor } from '#client/ui/function-glyph.tsx'
import typography from '#client/ui/type.module.css'
import { cards } from '#shared/board/schema.ts'
import { seats } from '#shared/record/schema.ts'
import styles from './card-carets.module.css'

export function CardCarets({ id, className }: { readonly id: string; readonly className: string }) {
  const { t, i18n } = useTranslation('card')
  const { text, carets } = useSharedWords(cards, id, 'text')
  const people = useDerived(seats, (all) =>
    Object.fromEntries(all.map(({ id: seatId, name, functionName }) => [seatId, { name, functionName }])),
  )
  if (carets.length === 0) return null
  const sorted = [...carets].sort((a, b) => a.head - b.head)
  const drawn: ReactNode[] = []
  let from = 0
  for (const { clientId, seatId, head } of sorted) {
    const person = people[seatId]
    drawn.push(
      <Fragment key={clientId}>
        {text.slice(from, head)}
        <span className={`${styles.caret} ${functionColor(person?.functionName ?? '')}`}>
          <span className={styles.name}>{firstName(person?.name ?? '')}</span>
        </span>
      </Fragment>,
    )
    from = head
  }
  const names = [...new Set(sorted.map(({ seatId }) => firstName(people[seatId]?.name ?? '')))]
  return (
    <>
      <div className={`${className} ${styles.layer}`} aria-hidden="true">
        {drawn}
        {text.slice(from)}
      </div>
      <span className={typography.hidden}>
        {t('words.carets', { names: new Intl.ListFormat(i18n.language).format(names) })}
      </span>
    </>
  )
}
