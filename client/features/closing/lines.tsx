/** The three lists of the closing; each line opens the screen it comes from (R101). */
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { stopFor } from '#client/lib/stops.ts'
import { useSession } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import type { ClosingLine, ClosingLook } from '#shared/reality/closing-ground.ts'
import styles from './closing.module.css'

export function Lines(props: {
  readonly title: string
  readonly none: string
  readonly kind: 'known' | 'unknown'
  readonly lines: readonly ClosingLine[]
}) {
  const { title, none, kind, lines } = props
  return (
    <Part title={title} kind={kind}>
      {lines.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ul className={styles.lines}>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
            <li key={index}>
              <Source line={line} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

export function Looks(props: {
  readonly title: string
  readonly none: string
  readonly looks: readonly ClosingLook[]
  readonly dayWords: (day: string) => string
}) {
  const { title, none, looks, dayWords } = props
  return (
    <Part title={title} kind="looks">
      {looks.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ul className={styles.lines}>
          {looks.map((look, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
            <li key={index}>
              {look.day !== '' && <b className={styles.day}>{dayWords(look.day)}</b>}
              <Source line={look} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

function Part(props: { readonly title: string; readonly kind: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.part} data-kind={props.kind} aria-labelledby={id}>
      <h2 id={id} className={styles.partTitle}>
        {props.title}
      </h2>
      {props.children}
    </section>
  )
}

/** A line that belongs to this screen leads nowhere else. */
function Source({ line: { words, at } }: { readonly line: ClosingLine }) {
  const { t } = useTranslation('closing')
  const shell = useTranslation('shell').t
  const masked = useMasked()
  const { workshopId } = useSession()
  const stop = stopFor(at)
  if (stop === 'closing') return <p>{masked(words)}</p>
  const name = shell(`stops.${stop}`)
  return (
    <Link
      to={`/w/${workshopId}/${stop}`}
      className={styles.line}
      title={name}
      aria-label={t('opens', { words: masked(words), stop: name })}
    >
      {masked(words)}
    </Link>
  )
}
