/** Carets of the others who type in a note, with the first names of their seats; and one's own, told to them. */
import { type Extension, RangeSetBuilder, StateEffect } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'
import type * as Y from 'yjs'
import { firstName } from '#client/lib/first-name.ts'
import type { Carets } from '#client/session/carets.ts'
import type { LiveSession } from '#client/session/live-session.ts'
import { seats } from '#shared/record/schema.ts'

const caretsMoved = StateEffect.define<null>()

class CaretWidget extends WidgetType {
  readonly #name: string

  constructor(name: string) {
    super()
    this.#name = name
  }

  override eq(other: CaretWidget): boolean {
    return other.#name === this.#name
  }

  override toDOM(): HTMLElement {
    const caret = document.createElement('span')
    caret.className = 'cm-others-caret'
    caret.setAttribute('aria-hidden', 'true')
    const name = document.createElement('span')
    name.className = 'cm-others-name'
    name.textContent = this.#name
    caret.append(name)
    return caret
  }

  override ignoreEvent(): boolean {
    return true
  }
}

export function othersCarets(session: LiveSession, carets: Carets, text: Y.Text): Extension {
  const drawn = (length: number): DecorationSet => {
    const names = session.rows(seats).getState()
    const builder = new RangeSetBuilder<Decoration>()
    const all = carets
      .in(text)
      .map(({ seatId, head }) => ({
        at: Math.min(head, length),
        name: firstName(names.get(seatId)?.name ?? ''),
      }))
      .sort((a, b) => a.at - b.at)
    for (const { at, name } of all) {
      builder.add(at, at, Decoration.widget({ widget: new CaretWidget(name), side: 1 }))
    }
    return builder.finish()
  }
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      readonly #stop: () => void

      constructor(view: EditorView) {
        this.decorations = drawn(view.state.doc.length)
        this.#stop = carets.listen(() => {
          // Not while the editor is at work: the change may have come out of it.
          queueMicrotask(() => view.dispatch({ effects: caretsMoved.of(null) }))
        })
      }

      update(update: ViewUpdate) {
        const isMoved = update.transactions.some((one) =>
          one.effects.some((effect) => effect.is(caretsMoved)),
        )
        if (isMoved) this.decorations = drawn(update.state.doc.length)
        else if (update.docChanged) this.decorations = this.decorations.map(update.changes)
        if (update.selectionSet || update.focusChanged || update.docChanged) {
          const { anchor, head } = update.state.selection.main
          carets.set(text, update.view.hasFocus ? { anchor, head } : null)
        }
      }

      destroy() {
        this.#stop()
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}
