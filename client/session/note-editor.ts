/**
 * The editor of a note, bound to its shared text: two researchers can type in one. What a screen adds to it are
 * extensions; marked words reach them as `marksChanged`. Heavy, so only screens that are loaded late import it.
 */
import { defaultKeymap } from '@codemirror/commands'
import { EditorState, type Extension, StateEffect, type Transaction } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { YSyncConfig, ySync, ySyncAnnotation, ySyncFacet } from 'y-codemirror.next'
import type * as Y from 'yjs'
import type { LiveSession } from '#client/session/live-session.ts'
import { othersCarets } from '#client/session/note-carets.ts'
import { sharedTextOf } from '#shared/document/collection.ts'
import { settleQuotes } from '#shared/interviews/quote-edits.ts'
import { isGone, type Place, placeOf } from '#shared/interviews/quote-place.ts'
import { answers, type Quote, quotes } from '#shared/interviews/schema.ts'

const LONGEST_NOTE = 20_000
/** Their words are made quotes when typing pauses this long, and when the note is left. */
const SETTLE_MS = 700

/** A quote of the note and where its words stand; `isGone`: they were there and have been deleted. */
export interface Marked {
  readonly quote: Quote
  readonly place: Place | null
  readonly isGone: boolean
}

/** The marked words of the note, whenever they may be others or stand elsewhere. */
export const marksChanged = StateEffect.define<readonly Marked[]>()

export interface NoteSetting {
  readonly answerId: string
  readonly label: string
  readonly extensions: Extension
  /** The editor is there, or there anew after its answer was brought back; null: it is gone. */
  readonly onView: (view: EditorView | null) => void
  readonly onMarks: (marks: readonly Marked[]) => void
  /** Somebody here has typed. */
  readonly onTyped: () => void
  /** What was typed or pasted does not fit any more, and was left out. */
  readonly onFull: () => void
}

/** What others wrote is in the note already: left out, the two would show different texts. */
const fits = (change: Transaction): boolean =>
  !change.docChanged ||
  change.annotation(ySyncAnnotation) !== undefined ||
  change.newDoc.length <= LONGEST_NOTE ||
  change.newDoc.length < change.startState.doc.length

/** Shows the note of an answer in `parent` until the answer is called. */
export function mountNote(session: LiveSession, parent: HTMLElement, setting: NoteSetting): () => void {
  const { doc } = session.notes
  let bound: Y.Text | null = null
  let unmount = () => {}
  // An answer brought back by undo has a new text.
  const follow = () => {
    const text = sharedTextOf(doc, answers, setting.answerId, 'text')
    if (text === bound) return
    unmount()
    bound = text
    unmount = text ? mountText(session, parent, text, setting) : () => {}
  }
  follow()
  doc.on('afterTransaction', follow)
  return () => {
    doc.off('afterTransaction', follow)
    unmount()
  }
}

function mountText(session: LiveSession, parent: HTMLElement, text: Y.Text, setting: NoteSetting) {
  const { mayWrite, carets, undo } = session.notes
  const sync = new YSyncConfig(text, null)
  const untrack = undo.track(sync)
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text.toString(),
      extensions: [
        // Carriage returns that came in a file stay where they are, so that places agree with the shared text.
        EditorState.lineSeparator.of('\n'),
        EditorView.clipboardInputFilter.of((pasted) => pasted.replaceAll(/\r\n?/gu, '\n')),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': setting.label, spellcheck: 'true' }),
        EditorState.readOnly.of(!mayWrite),
        EditorView.editable.of(mayWrite),
        EditorState.changeFilter.of((change) => {
          if (fits(change)) return true
          setting.onFull()
          return false
        }),
        setting.extensions,
        keymap.of([
          { key: 'Mod-z', run: () => session.undo() || true, preventDefault: true },
          { key: 'Mod-y', run: () => session.redo() || true, preventDefault: true },
          { key: 'Mod-Shift-z', run: () => session.redo() || true, preventDefault: true },
          ...defaultKeymap,
        ]),
        ySyncFacet.of(sync),
        ySync,
        othersCarets(session, carets, text),
      ],
    }),
  })

  let isMounted = true
  let isTold = false
  let settling: ReturnType<typeof setTimeout> | null = null
  const tell = () => {
    if (isTold) return
    isTold = true
    queueMicrotask(() => {
      isTold = false
      if (!isMounted) return
      const marks = marksIn(session, text, setting.answerId)
      view.dispatch({ effects: marksChanged.of(marks) })
      setting.onMarks(marks)
    })
  }
  const settle = () => {
    if (settling === null) return
    clearTimeout(settling)
    settling = null
    session.followInterviews(settleQuotes, { answerId: setting.answerId })
  }
  const onText = (_: Y.YTextEvent, transaction: Y.Transaction) => {
    if (transaction.origin !== sync) tell()
    if (!transaction.local || !mayWrite) return
    if (settling !== null) clearTimeout(settling)
    settling = setTimeout(settle, SETTLE_MS)
    setting.onTyped()
  }
  const leave = () => {
    settle()
    undo.endStep()
  }
  text.observe(onText)
  view.contentDOM.addEventListener('blur', leave)
  const stopQuotes = session.rows(quotes).subscribe(tell)
  undo.endStep()
  setting.onView(view)
  tell()
  return () => {
    isMounted = false
    leave()
    setting.onView(null)
    stopQuotes()
    text.unobserve(onText)
    untrack()
    carets.set(text, null)
    view.destroy()
  }
}

function marksIn(session: LiveSession, text: Y.Text, answerId: string): Marked[] {
  const own = [...session.rows(quotes).getState().values()].filter((quote) => quote.answerId === answerId)
  return own.map((quote) => {
    const place = placeOf(text, quote)
    return { quote, place, isGone: isGone(quote, place) }
  })
}
