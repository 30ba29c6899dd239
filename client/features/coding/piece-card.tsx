/** One answer or quote: whose, what, its themes, and what can be done with it. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Piece } from '#client/features/coding/pieces.ts'
import { ThemeMenu } from '#client/features/coding/theme-menu.tsx'
import { useCoding } from '#client/features/coding/use-coding.ts'
import { useWhoWords } from '#client/features/coding/who-words.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { Button } from '#client/ui/button.tsx'
import { Chip } from '#client/ui/chip.tsx'
import { Kbd } from '#client/ui/keys.tsx'
import typography from '#client/ui/type.module.css'
import styles from './pieces.module.css'

interface PieceCardProps {
  readonly piece: Piece
  readonly isCurrent: boolean
  readonly hasMenu: boolean
  readonly onCurrent: () => void
  readonly onMenu: () => void
  readonly onMenuClosed: (isByKey: boolean) => void
  readonly onWho: () => void
  readonly onFinding: () => void
}

/** Enough of a text to know it again by ear. */
const SPOKEN = 60

export const PieceCard = memo(function PieceCard(props: PieceCardProps) {
  const { piece, isCurrent, hasMenu, onCurrent, onMenu, onMenuClosed, onWho, onFinding } = props
  const { t } = useTranslation('coding')
  const { mayTag, mayFind, themes, about } = useCoding()
  const masked = useMasked()
  const who = useWhoWords()
  const text = masked(piece.text)
  const spoken = text.length > SPOKEN ? `${text.slice(0, SPOKEN)}…` : text
  const question = about.questions.find(({ id }) => id === piece.questionId)?.title
  const own = themes.filter(({ id }) => piece.themeIds.includes(id))
  return (
    <li
      className={`${styles.piece} ${isCurrent ? styles.current : ''}`}
      data-piece={piece.id}
      onFocusCapture={onCurrent}
    >
      {question && <p className={styles.question}>{question}</p>}
      {piece.kind === 'quote' ? (
        <blockquote className={styles.quote}>{text}</blockquote>
      ) : (
        <p className={styles.note}>{text}</p>
      )}
      <p className={typography.meta}>
        {t(piece.kind === 'quote' ? 'pieces.quote' : 'pieces.answer')} · {who(piece.who)}
      </p>
      <div className={styles.foot}>
        {own.map(({ id, label }) => (
          <Chip key={id} kind="line">
            {label}
          </Chip>
        ))}
        {own.length === 0 && <span className={styles.noTheme}>{t('pieces.noTheme')}</span>}
        <span className={styles.acts}>
          {mayTag && (
            <Button
              size="small"
              aria-expanded={hasMenu}
              aria-keyshortcuts="T"
              onClick={() => (hasMenu ? onMenuClosed(true) : onMenu())}
            >
              <span className={typography.hidden}>{t('pieces.themesOf', { text: spoken })}</span>
              <span aria-hidden="true">{t('pieces.themes')}</span>
              {isCurrent && (
                <span className={styles.key} aria-hidden="true">
                  <Kbd>T</Kbd>
                </span>
              )}
            </Button>
          )}
          <Button
            size="small"
            kind="quiet"
            aria-label={t('pieces.whoElseOf', { text: spoken })}
            aria-keyshortcuts="W"
            onClick={onWho}
          >
            {t('pieces.whoElse')}
          </Button>
          {mayFind && (
            <Button
              size="small"
              kind="quiet"
              aria-label={t('pieces.findingOf', { text: spoken })}
              aria-keyshortcuts="N"
              onClick={onFinding}
            >
              {t('pieces.finding')}
            </Button>
          )}
        </span>
      </div>
      {hasMenu && (
        <ThemeMenu on={{ kind: piece.kind, id: piece.id }} onIds={piece.themeIds} onClose={onMenuClosed} />
      )}
    </li>
  )
})
