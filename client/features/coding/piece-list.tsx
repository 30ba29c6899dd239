/** What was said, to be coded: search, filter, and everything by keys. Arrow keys move, T W and N act on the current one. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PieceCard } from '#client/features/coding/piece-card.tsx'
import { PieceFilter } from '#client/features/coding/piece-filter.tsx'
import { type Filter, filtered, type Piece } from '#client/features/coding/pieces.ts'
import { useCoding } from '#client/features/coding/use-coding.ts'
import { isLetterKey } from '#client/lib/letter-keys.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import styles from './pieces.module.css'

/** So many at once; more by a button. */
const PAGE = 40

export function PieceList(props: {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly onWho: (piece: Piece) => void
  readonly onFinding: (piece: Piece) => void
}) {
  const { filter, onFilter, onWho, onFinding } = props
  const { t } = useTranslation('coding')
  const { pieces, mayTag, mayFind } = useCoding()
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [shownUpTo, setShownUpTo] = useState(PAGE)
  const [currentId, setCurrentId] = useState('')
  const [menuOf, setMenuOf] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const found = filtered(pieces, filter, kept)
  const shown = found.slice(0, shownUpTo)
  const at = Math.max(
    0,
    shown.findIndex(({ id }) => id === currentId),
  )
  const change = (next: Filter) => {
    setKept(new Set())
    setShownUpTo(PAGE)
    onFilter(next)
  }
  const focusOn = (index: number) => {
    const piece = shown[index]
    if (!piece) return
    setCurrentId(piece.id)
    list.current?.querySelector<HTMLElement>(`[data-piece="${CSS.escape(piece.id)}"] button`)?.focus()
  }
  const openMenu = (piece: Piece) => {
    setKept(new Set(found.map(({ id }) => id)))
    setCurrentId(piece.id)
    setMenuOf(piece.id)
  }

  const press = useRef<(event: KeyboardEvent) => void>(() => {})
  press.current = (event) => {
    if (!isLetterKey(event) || document.querySelector('dialog[open]')) return
    const inList = list.current?.contains(document.activeElement) ?? false
    const piece = shown[at]
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (key === 'ArrowDown' && (inList || document.activeElement === document.body))
      focusOn(inList ? at + 1 : at)
    else if (key === 'ArrowUp' && inList) focusOn(at - 1)
    else if (!piece || event.shiftKey) return
    else if (key === 't' && mayTag) openMenu(piece)
    else if (key === 'w') onWho(piece)
    else if (key === 'n' && mayFind) onFinding(piece)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  useEffect(() => {
    // Before the keys of the shell, of which T is one.
    const first = (event: KeyboardEvent) => press.current(event)
    window.addEventListener('keydown', first, { capture: true })
    return () => window.removeEventListener('keydown', first, { capture: true })
  }, [])

  return (
    <section className={styles.pieces} aria-label={t('pieces.label')}>
      <PieceFilter filter={filter} onChange={change} found={found.length} />
      {mayTag && <p className={`${typography.meta} ${styles.keys}`}>{t('pieces.keys')}</p>}
      {found.length === 0 && (
        <p className={styles.nothing}>
          {t(pieces.length > 0 && pieces.every(({ isCoded }) => isCoded) ? 'pieces.done' : 'pieces.none')}
        </p>
      )}
      <ol ref={list}>
        {shown.map((piece, index) => (
          <PieceCard
            key={piece.id}
            piece={piece}
            isCurrent={index === at}
            hasMenu={menuOf === piece.id}
            onCurrent={() => setCurrentId(piece.id)}
            onMenu={() => openMenu(piece)}
            onMenuClosed={(isByKey) => {
              setMenuOf('')
              if (isByKey) focusOn(index)
            }}
            onWho={() => onWho(piece)}
            onFinding={() => onFinding(piece)}
          />
        ))}
      </ol>
      {found.length > shown.length && (
        <Button onClick={() => setShownUpTo(shownUpTo + PAGE)}>
          {t('pieces.more', { count: Math.min(PAGE, found.length - shown.length) })}
        </Button>
      )}
    </section>
  )
}
