/**
 * Ties a plain text field to a shared text. Typing never waits and a change by others never takes the caret;
 * while an input method composes, the field is left alone, and what others typed meanwhile is kept and shown after.
 */
import type * as Y from 'yjs'
import {
  type Change,
  changeBetween,
  type Delta,
  mapIndex,
  mapRanges,
  shownIndices,
} from '#client/session/text-delta.ts'
import { EDIT } from '#shared/document/origins.ts'

export type TextElement = HTMLTextAreaElement | HTMLInputElement

export interface TextBindingSetting {
  readonly mayWrite: boolean
  readonly undo: { undo(): boolean; redo(): boolean; endStep(): void }
}

/** Where an index of the field's text lies after a change. */
type Carry = (index: number) => number

/** Binds until the answer is called. The field must be uncontrolled: its value is the binding's. */
export function bindText(
  element: TextElement,
  text: Y.Text,
  { mayWrite, undo }: TextBindingSetting,
): () => void {
  /** The text as the field last showed it, and what the field made of it (line breaks). */
  let known = text.toString()
  let shown = known
  /** Changes by others that came while an input method was composing. */
  let late: Delta[] = []
  let isComposing = false
  let isPushing = false

  const show = (carry: Carry) => {
    const inText = shownIndices(known, shown)
    const from = selectionOf(element)?.map((index) => carry(inText(index)))
    const direction = element.selectionDirection ?? 'none'
    known = text.toString()
    if (element.value !== known) {
      const { scrollTop } = element
      element.value = known
      element.scrollTop = scrollTop
      if (from) select(element, known, from, direction)
    }
    shown = element.value
  }
  const push = () => {
    const change = changeBetween(shown, element.value, element.selectionStart ?? element.value.length)
    const missed = late
    late = []
    if (!change || !mayWrite) return show((index) => after(missed, index, true))
    const inText = shownIndices(known, shown)
    const index = inText(change.index)
    const remove = inText(change.index + change.remove) - index
    const own = { index, remove, insert: change.insert }
    known = known.slice(0, index) + own.insert + known.slice(index + remove)
    shown = element.value
    isPushing = true
    const carry = write(text, own, missed)
    isPushing = false
    show(carry)
  }
  const onRemote = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (isPushing) return
    const delta = event.delta
    if (isComposing) late.push(delta)
    else show((index) => mapIndex(delta, index, !transaction.local))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.isComposing ? null : undoKey(event)
    if (direction) take(event, direction)
  }
  const onBeforeInput = (event: InputEvent) => {
    if (event.inputType === 'historyUndo') take(event, 'undo')
    if (event.inputType === 'historyRedo') take(event, 'redo')
  }
  /** The field's own undo knows nothing of what others typed. */
  const take = (event: Event, direction: 'undo' | 'redo') => {
    event.preventDefault()
    event.stopPropagation()
    undo[direction]()
  }
  const onBlur = () => {
    isComposing = false
    push()
    undo.endStep()
  }
  const onInput = () => {
    if (!isComposing) push()
  }
  const onCompositionEnd = () => {
    isComposing = false
    push()
  }
  const onCompositionStart = () => {
    isComposing = true
  }

  show((index) => index)
  undo.endStep()
  text.observe(onRemote)
  const listeners = new AbortController()
  const on = (type: string, listener: (event: never) => void) =>
    element.addEventListener(type, listener as (event: Event) => void, { signal: listeners.signal })
  on('input', onInput)
  on('compositionstart', onCompositionStart)
  on('compositionend', onCompositionEnd)
  on('blur', onBlur)
  on('keydown', onKeyDown)
  on('beforeinput', onBeforeInput)
  return () => {
    push()
    undo.endStep()
    text.unobserve(onRemote)
    listeners.abort()
  }
}

/** Writes one's own change where it belongs after the changes missed; answers how indices of the field's text moved. */
function write(text: Y.Text, own: Change, missed: readonly Delta[]): Carry {
  const gone = missed.reduce(
    (ranges, delta) => mapRanges(delta, ranges),
    [{ start: own.index, end: own.index + own.remove }],
  )
  const at = gone[0]?.start ?? after(missed, own.index, false)
  text.doc?.transact(() => {
    for (const { start, end } of gone.toReversed()) text.delete(start, end - start)
    if (own.insert) text.insert(at, own.insert)
  }, EDIT)
  const ownEnd = own.index + own.insert.length
  return (index) => {
    if (index < own.index) return after(missed, index, true)
    if (index <= ownEnd) return at + index - own.index
    const inMissed = after(missed, index - own.insert.length + own.remove, true)
    return inMissed + own.insert.length - lengthBefore(gone, inMissed)
  }
}

const after = (missed: readonly Delta[], index: number, stay: boolean): number =>
  missed.reduce((at, delta) => mapIndex(delta, at, stay), index)

const lengthBefore = (ranges: readonly { start: number; end: number }[], index: number): number =>
  ranges.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, index) - start), 0)

const isFocused = (element: TextElement) => element.ownerDocument.activeElement === element

function selectionOf(element: TextElement): readonly [number, number] | null {
  const { selectionStart, selectionEnd } = element
  return isFocused(element) && selectionStart !== null && selectionEnd !== null
    ? [selectionStart, selectionEnd]
    : null
}

function select(
  element: TextElement,
  text: string,
  [start, end]: readonly number[],
  direction: 'forward' | 'backward' | 'none',
): void {
  const inText = shownIndices(text, element.value)
  const inField = (index = 0) => {
    if (text === element.value) return index
    let k = 0
    while (k < element.value.length && inText(k) < index) k++
    return k
  }
  element.setSelectionRange(inField(start), inField(end), direction)
}

function undoKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' ? 'redo' : null
}
