/** Whether buyers' questions are answered: a glyph with a word for one, a strip of blocks with words for a stage. */
import { useTranslation } from 'react-i18next'
import styles from './coverage.module.css'

export type Coverage = 'answered' | 'partly' | 'unanswered'

/** Alone it has a label; beside its word (`silent`) it is only drawn. */
export function StatusGlyph({
  status,
  silent = false,
}: {
  readonly status: Coverage
  readonly silent?: boolean
}) {
  return silent ? <Glyph status={status} label={null} /> : <SpokenGlyph status={status} />
}

function SpokenGlyph({ status }: { readonly status: Coverage }) {
  const { t } = useTranslation('common')
  return <Glyph status={status} label={t(`coverage.${status}`)} />
}

function Glyph({ status, label }: { readonly status: Coverage; readonly label: string | null }) {
  return (
    <svg
      className={styles.glyph}
      viewBox="0 0 16 16"
      role="img"
      aria-label={label ?? undefined}
      aria-hidden={label === null}
    >
      {drawings[status]}
    </svg>
  )
}

const drawings = {
  answered: (
    <>
      <circle className={styles.inkDisc} cx="8" cy="8" r="7.5" />
      <path className={styles.onInkLine} d="M4.8 8.3l2.2 2.2 4.2-4.6" />
    </>
  ),
  partly: (
    <>
      <circle className={styles.inkRing} cx="8" cy="8" r="6.7" />
      <path className={styles.inkDisc} d="M8 1.3a6.7 6.7 0 000 13.4z" />
    </>
  ),
  unanswered: (
    <>
      <circle className={styles.highlight} cx="8" cy="8" r="6.9" />
      <path className={styles.question} d="M6 6.2a2 2 0 112.8 1.9c-.6.3-.8.6-.8 1.3M8 11.6h.01" />
    </>
  ),
}

/** One block a question or doubt, in the order given. The words are for the stage's own line of text as well. */
export function CoverageStrip({
  blocks,
  label,
}: {
  readonly blocks: readonly Coverage[]
  readonly label: string
}) {
  return (
    <div className={styles.strip} role="img" aria-label={label}>
      {blocks.map((status, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
        <span key={i} className={styles[status]}>
          {status === 'answered' && (
            <svg viewBox="0 0 24 24" className={styles.blockTick} aria-hidden="true">
              <path d="M5 12.5l4.5 4.5L19 7.5" />
            </svg>
          )}
          {status === 'unanswered' && '?'}
        </span>
      ))}
    </div>
  )
}
