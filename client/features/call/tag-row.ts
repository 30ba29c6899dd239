/** What words are about, below their line. Plain elements, because they lie inside the editor; keys: Enter or T. */
import { WidgetType } from '@codemirror/view'
import styles from './note.module.css'
import type { ShownQuote } from './note-view.ts'

export interface ShownTag {
  readonly label: string
  /** How it is said to whoever cannot see it: the words and what pressing does. */
  readonly spoken: string
}

export class TagRow extends WidgetType {
  readonly #quotes: readonly ShownQuote[]
  readonly #isWords: boolean
  readonly #onTag: (quoteId: string) => void
  readonly #key: string

  constructor(quotes: readonly ShownQuote[], isWords: boolean, onTag: (quoteId: string) => void) {
    super()
    this.#quotes = quotes
    this.#isWords = isWords
    this.#onTag = onTag
    this.#key = JSON.stringify([isWords, quotes.map(({ id, tags }) => [id, tags])])
  }

  override eq(other: TagRow): boolean {
    return other.#key === this.#key
  }

  override toDOM(): HTMLElement {
    const row = document.createElement('div')
    row.className = `${styles.tags} ${this.#isWords ? styles.ofWords : ''}`
    for (const { id, tags } of this.#quotes) {
      for (const { label, spoken } of tags) row.append(this.#chip(id, label, spoken))
    }
    return row
  }

  override ignoreEvent(): boolean {
    return true
  }

  #chip(quoteId: string, label: string, spoken: string): HTMLElement {
    const chip = document.createElement('button')
    chip.type = 'button'
    chip.className = styles.chip ?? ''
    chip.dataset.quote = quoteId
    chip.textContent = label
    chip.setAttribute('aria-label', spoken)
    chip.addEventListener('click', () => this.#onTag(quoteId))
    chip.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      this.#onTag(quoteId)
    })
    return chip
  }
}
