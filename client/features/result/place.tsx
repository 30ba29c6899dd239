/**
 * Places on the page. The address keeps the token in its fragment, so a place stands behind it: such an address can be
 * kept and opened again, and the way back works. Whoever goes to a place finds it open.
 */
import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import styles from './result.module.css'
import rows from './rows.module.css'

interface Place {
  readonly token: string
  /** Where the address leads; null: the top. */
  readonly at: string | null
}

export const PlaceContext = createContext<Place>({ token: '', at: null })

export function PlaceLink(props: {
  readonly to: string
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  const { to, className, children } = props
  const { token } = use(PlaceContext)
  const hash = `#${new URLSearchParams({ t: token, at: to })}`
  return (
    <Link to={{ hash }} className={className}>
      {children}
    </Link>
  )
}

/** A section with a heading that contents lead to. */
export function Section(props: {
  readonly name: string
  readonly title: string
  readonly children: ReactNode
}) {
  const { name, title, children } = props
  const heading = useArrival<HTMLHeadingElement>(name)
  return (
    <section className={styles.section} aria-labelledby={`at-${name}`}>
      <h2 ref={heading} id={`at-${name}`} tabIndex={-1} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  )
}

/** Something that opens to what is behind it. */
export function Opening(props: {
  readonly name: string
  readonly summary: ReactNode
  /** A look of its own. */
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  const { name, summary, className, children } = props
  const { at } = use(PlaceContext)
  const [isOpen, setOpen] = useState(at === name)
  const head = useArrival<HTMLElement>(name, () => setOpen(true))
  return (
    <details
      className={[rows.opens, className].filter(Boolean).join(' ')}
      open={isOpen}
      onToggle={(event) => {
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open)
      }}
    >
      <summary ref={head}>{summary}</summary>
      <div className={rows.behind}>{children}</div>
    </details>
  )
}

/** Brings what the address leads to into sight, with the focus. */
function useArrival<E extends HTMLElement>(name: string, onArrive?: () => void) {
  const { at } = use(PlaceContext)
  const element = useRef<E>(null)
  const arrive = useRef(onArrive)
  useEffect(() => {
    if (at !== name) return
    arrive.current?.()
    element.current?.focus({ preventScroll: true })
    element.current?.scrollIntoView?.({ block: 'start' })
  }, [at, name])
  return element
}
