/** Tells others where one's caret is in a text field, while the field has the focus. */
import type * as Y from 'yjs'
import type { Carets } from '#client/session/carets.ts'
import type { TextElement } from '#client/session/text-binding.ts'
import { shownIndices } from '#client/session/text-delta.ts'

/** Tells until the answer is called; then the caret is nowhere. */
export function tellCaret(element: TextElement, text: Y.Text, carets: Carets): () => void {
  const { ownerDocument: page } = element
  let isTold = false
  const tell = () => {
    const { selectionStart: start, selectionEnd: end } = element
    if (page.activeElement !== element || start === null || end === null) return forget()
    const known = text.toString()
    const inText = shownIndices(known, element.value)
    const isBackward = element.selectionDirection === 'backward'
    const [anchor, head] = isBackward ? [end, start] : [start, end]
    isTold = true
    carets.set(text, { anchor: inText(anchor), head: inText(head) })
  }
  const forget = () => {
    if (isTold) carets.set(text, null)
    isTold = false
  }
  const listeners = new AbortController()
  const { signal } = listeners
  page.addEventListener('selectionchange', tell, { signal })
  for (const type of ['focus', 'input', 'select', 'keyup']) element.addEventListener(type, tell, { signal })
  element.addEventListener('blur', forget, { signal })
  return () => {
    listeners.abort()
    forget()
  }
}
