/** The exact spot of a customer's words that an address points at (`?quote=`): marked in the answer, and scrolled to. */
import { useLayoutEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { Quote } from '#shared/interviews/schema.ts'
import styles from './customer.module.css'

export const usePointedAt = (): string | null => useSearchParams()[0].get('quote')

/** The words of an answer with those of the quote pointed at marked; without a place for them, the words alone. */
export function TextWithSpot({
  text,
  quote,
  show,
}: {
  readonly text: string
  readonly quote: Quote | undefined
  /** Words as this seat may see them. */
  readonly show: (words: string) => string
}) {
  const spot = useScrolledTo<HTMLElement>(quote?.id)
  const from = quote ? text.indexOf(quote.text, startOf(text, quote)) : -1
  if (!quote || quote.text === '' || from < 0) return show(text)
  const to = from + quote.text.length
  return (
    <>
      {show(text.slice(0, from))}
      <mark ref={spot} className={styles.spot} tabIndex={-1}>
        {show(text.slice(from, to))}
      </mark>
      {show(text.slice(to))}
    </>
  )
}

/** Where the words were marked, if they still stand there; else the first place they stand in. */
const startOf = (text: string, { start, text: words }: Quote): number =>
  start !== null && text.startsWith(words, start) ? start : 0

/** Scrolls its element into view, and gives it the focus, once for each thing pointed at. */
export function useScrolledTo<E extends HTMLElement>(id: string | undefined) {
  const element = useRef<E>(null)
  const shown = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    if (id === undefined || !element.current || shown.current === id) return
    shown.current = id
    element.current.scrollIntoView?.({ block: 'center' })
    element.current.focus({ preventScroll: true })
  })
  return element
}
