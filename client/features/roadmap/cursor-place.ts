/**
 * Where a pointer is, told by what lies under it: a card, a cell or the head of a stage, and how far across and down.
 * Boards of other sizes, orders and scrolls find the same spot by it.
 */
import type { Cursor } from '#shared/protocol/wire.ts'

/** What may lie under a pointer, innermost first. */
const anchors = [
  ['card', 'data-card'],
  ['head', 'data-head'],
  ['cell', 'data-cell'],
] as const

const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000

/** The spot under a point of the window; null beside the board's cells. */
export function cursorAt(target: Element, clientX: number, clientY: number): Cursor | null {
  for (const [name, attribute] of anchors) {
    const element = target.closest(`[${attribute}]`)
    if (!element) continue
    const { left, top, width, height } = element.getBoundingClientRect()
    if (width === 0 || height === 0) return null
    return {
      on: `${name}:${element.getAttribute(attribute) ?? ''}`,
      x: share((clientX - left) / width),
      y: share((clientY - top) / height),
    }
  }
  return null
}

/** The same spot on this board, in the coordinates of its content; null where what it lies on is not on show. */
export function pointOf(content: Element, { on, x, y }: Cursor): { x: number; y: number } | null {
  const cut = on.indexOf(':')
  const attribute = anchors.find(([name]) => name === on.slice(0, cut))?.[1]
  const element = attribute && content.querySelector(`[${attribute}="${CSS.escape(on.slice(cut + 1))}"]`)
  if (!element) return null
  const inner = element.getBoundingClientRect()
  if (inner.width === 0 || inner.height === 0) return null
  const outer = content.getBoundingClientRect()
  return { x: inner.left - outer.left + x * inner.width, y: inner.top - outer.top + y * inner.height }
}
