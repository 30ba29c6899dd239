/**
 * How a note looks and what its keys do: lines of their words with an ink edge, marked words under a line, and below
 * the line what they are about. `#` and `@` after a space open the menu; with words selected, so does `T`.
 */
import { type Extension, type Range, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import { type Marked, marksChanged } from '#client/session/note-editor.ts'
import { isQuoteLine } from '#shared/interviews/quote-place.ts'
import styles from './note.module.css'
import type { Opened } from './tag-choices.ts'
import { type ShownTag, TagRow } from './tag-row.ts'

/** Where a quote stands now, and what is shown below it. */
export interface ShownQuote {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly tags: readonly ShownTag[]
}

export interface Span {
  readonly from: number
  readonly to: number
}

export interface NoteEvents {
  /** Tagging is asked for: of the selected words, or of the line. `typed` is put back when nothing comes of it. */
  readonly onTag: (span: Span, opened: Opened, typed: string) => void
  readonly onTagQuote: (quoteId: string) => void
  /** Words were selected, or no longer; `byPointer` when a mouse or finger did it. */
  readonly onSelect: (span: Span | null, byPointer: boolean) => void
  /** The text or the window moved: what floats over it must follow. `move` says where a place is now. */
  readonly onMoved: (move: (span: Span) => Span) => void
}

/** Everything a note needs besides its text. `tagsOf` gives the words for a quote's tags. */
export const tagWordsChanged = StateEffect.define<(marked: Marked) => readonly ShownTag[]>()

interface Shown {
  readonly marks: readonly Marked[]
  readonly tagsOf: (marked: Marked) => readonly ShownTag[]
  readonly quotes: readonly ShownQuote[]
}

const shownQuotes = StateField.define<Shown>({
  create: () => ({ marks: [], tagsOf: () => [], quotes: [] }),
  update(before, { effects, changes, docChanged }) {
    let { marks, tagsOf } = before
    let isNew = false
    for (const effect of effects) {
      if (effect.is(marksChanged)) marks = effect.value
      else if (effect.is(tagWordsChanged)) tagsOf = effect.value
      else continue
      isNew = true
    }
    if (isNew) return { marks, tagsOf, quotes: shown(marks, tagsOf) }
    if (!docChanged) return before
    const quotes = before.quotes
      .map((quote) => ({ ...quote, from: changes.mapPos(quote.from, 1), to: changes.mapPos(quote.to, -1) }))
      .filter(({ from, to }) => from < to)
    return { marks, tagsOf, quotes }
  },
})

const shown = (marks: readonly Marked[], tagsOf: Shown['tagsOf']): ShownQuote[] =>
  marks
    .flatMap((marked) =>
      marked.place ? [{ id: marked.quote.id, ...marked.place, tags: tagsOf(marked) }] : [],
    )
    .sort((a, b) => a.from - b.from || a.to - b.to)

const line = Decoration.line({ class: styles.words ?? '' })
/** Arabic or Hebrew reads from the right, beside lines that do not. */
const ownWay = Decoration.line({ attributes: { dir: 'auto' } })
const lineBefore = Decoration.line({ class: styles.beforeTags ?? '' })

const decorations = (events: NoteEvents) =>
  StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(before, { state, docChanged, effects }) {
      const isNew = effects.some((effect) => effect.is(marksChanged) || effect.is(tagWordsChanged))
      if (!docChanged && !isNew) return before
      const { quotes } = state.field(shownQuotes)
      const length = state.doc.length
      const ranges: Range<Decoration>[] = []
      for (let number = 1; number <= state.doc.lines; number++) {
        const { from, to, text } = state.doc.line(number)
        ranges.push(ownWay.range(from))
        const isWords = isQuoteLine(text)
        if (isWords) ranges.push(line.range(from))
        const ending = quotes.filter((quote) => quote.tags.length > 0 && quote.to > from && quote.to <= to)
        if (ending.length === 0) continue
        ranges.push(lineBefore.range(from))
        const row = new TagRow(ending, isWords, events.onTagQuote)
        ranges.push(Decoration.widget({ widget: row, block: true, side: 1 }).range(to))
      }
      for (const { from, to, id, tags } of quotes) {
        const isLine = isQuoteLine(state.doc.lineAt(Math.min(from, length)).text)
        if (tags.length === 0 || to > length || (isLine && isWholeLine(state.doc.lineAt(from), { from, to })))
          continue
        const attributes = { 'data-quote': id }
        ranges.push(Decoration.mark({ class: styles.marked ?? '', attributes }).range(from, to))
      }
      return Decoration.set(ranges, true)
    },
    provide: (field) => EditorView.decorations.from(field),
  })

const isWholeLine = (of: { from: number; to: number; text: string }, { from, to }: Span): boolean =>
  of.text.slice(0, from - of.from).trim() === '' && of.text.slice(to - of.from).trim() === ''

/** The words a tag typed at the caret is about: the selected ones, those of the line, or of the line before. */
function spanAt({ state }: EditorView): Span | null {
  const { from, to, empty } = state.selection.main
  if (!empty) return { from, to }
  const own = state.doc.lineAt(from)
  const above = own.number > 1 ? state.doc.line(own.number - 1) : null
  return wordsOf(own) ?? (above && wordsOf(above))
}

function wordsOf({ from, to, text }: Span & { readonly text: string }): Span | null {
  const start = text.search(/\S/u)
  return start < 0 ? null : { from: from + start, to: to - (text.length - text.trimEnd().length) }
}

export const quoteAt = (view: EditorView, { from, to }: Span): ShownQuote | undefined =>
  view.state.field(shownQuotes).quotes.find((quote) => quote.from === from && quote.to === to)

export function noteView(events: NoteEvents): Extension {
  let byPointer = false
  return [
    shownQuotes,
    decorations(events),
    EditorView.perLineTextDirection.of(true),
    EditorView.inputHandler.of((view, from, to, text) => {
      const isSign = text === '#' || text === '@'
      const isMarked = from !== to
      if (!(isSign || (isMarked && (text === 't' || text === 'T'))) || view.composing) return false
      const before = view.state.doc.sliceString(Math.max(0, from - 1), from)
      if (!isMarked && before.trim() !== '') return false
      const span = spanAt(view)
      if (!span) return false
      events.onTag(span, isSign ? text : 'any', isSign && !isMarked ? text : '')
      return true
    }),
    EditorView.domEventHandlers({
      pointerdown: () => {
        byPointer = true
      },
      pointerup: (_, view) => {
        const { from, to, empty } = view.state.selection.main
        if (!empty) events.onSelect({ from, to }, true)
        byPointer = false
      },
      keydown: () => {
        byPointer = false
      },
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged || update.geometryChanged) {
        events.onMoved(({ from, to }) =>
          update.docChanged
            ? { from: update.changes.mapPos(from, 1), to: update.changes.mapPos(to, -1) }
            : { from, to },
        )
      }
      if (!update.selectionSet || byPointer) return
      const { from, to, empty } = update.state.selection.main
      events.onSelect(empty ? null : { from, to }, false)
    }),
  ]
}
