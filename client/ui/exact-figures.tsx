/** Figures behind a picture, folded away until somebody asks: names, values, and what each can and cannot say. */
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './exact-figures.module.css'
import { InlineUnknown } from './inline-marks.tsx'

export interface Fact {
  readonly name: string
  /** Null: not given; the note says why. */
  readonly value: number | null
  readonly note: string
  /** Decimals; two when left out. */
  readonly fractions?: number
}

interface ExactFiguresProps {
  readonly title: string
  readonly facts: readonly Fact[]
  readonly children?: ReactNode
}

export function ExactFigures({ title, facts, children }: ExactFiguresProps) {
  const { i18n } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const shown = (value: number, digits: number) =>
    new Intl.NumberFormat(i18n.language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value)
  return (
    <details className={styles.exact} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && (
        <>
          <dl>
            {facts.map(({ name, value, note, fractions = 2 }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {value === null ? <InlineUnknown /> : <b>{shown(value, fractions)}</b>} <span>{note}</span>
                </dd>
              </div>
            ))}
          </dl>
          {children}
        </>
      )}
    </details>
  )
}
