import { act, fireEvent } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { wantCursors } from '#client/features/roadmap/cursor-choice.ts'
import { CursorLayer } from '#client/features/roadmap/cursor-layer.tsx'
import { takeRenders } from '#test/support/count-renders.ts'
import { renderSession } from '#test/support/render-session.tsx'

const box = (left: number, top: number, width: number, height: number) =>
  ({ left, top, width, height, right: left + width, bottom: top + height }) as DOMRect

const frames: (() => void)[] = []
const nextFrame = () => {
  for (const run of frames.splice(0)) run()
}

beforeEach(() => {
  wantCursors(true)
  frames.length = 0
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run))
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    if (this.hasAttribute('data-board')) return box(100, 50, 800, 600)
    return this.hasAttribute('data-card') ? box(300, 250, 200, 100) : box(280, 240, 240, 300)
  })
})

function open() {
  const played = renderSession(
    <div data-board>
      <div data-cell="s1|question">
        <div data-card="c1">
          <b>words</b>
        </div>
      </div>
      <CursorLayer />
    </div>,
  )
  const find = (selector: string) => played.container.querySelector<HTMLElement>(selector)
  const told = vi.spyOn(played.session, 'setPresence')
  const point = (pointerType: string, clientX: number, clientY: number) =>
    fireEvent(
      find('b') as Element,
      Object.assign(new MouseEvent('pointermove', { bubbles: true, clientX, clientY }), { pointerType }),
    )
  return { ...played, find, told, point }
}

test('[PR-2a] a mouse is told by the card under it and how far across it is; a finger is not told', () => {
  const { told, point } = open()
  point('touch', 350, 275)
  expect(told).not.toHaveBeenCalled()
  point('mouse', 350, 275)
  expect(told).toHaveBeenLastCalledWith({ cursor: { on: 'card:c1', x: 0.25, y: 0.25 } })
})

test('[PR-2a] the pointer of another lies on the same spot of this board, and moving it renders nothing', () => {
  const { find, present } = open()
  act(() => present('dana', { cursor: { on: 'card:c1', x: 0.5, y: 0.5 } }, 'Dana Lee'))
  nextFrame()
  const cursor = find('[data-cursor="dana"]')
  expect(cursor?.hidden).toBe(false)
  expect(cursor?.textContent).toBe('Dana')
  expect(cursor?.style.transform).toBe('translate(300px, 250px)')
  takeRenders()
  act(() => present('dana', { cursor: { on: 'cell:s1|question', x: 0, y: 1 } }))
  nextFrame()
  expect(cursor?.style.transform).toBe('translate(180px, 490px)')
  expect([...takeRenders().keys()]).toEqual([])
  act(() => present('dana', { cursor: { on: 'card:elsewhere', x: 0, y: 1 } }))
  nextFrame()
  expect(cursor?.hidden).toBe(true)
})

test('[PR-2a] with more than fifteen people, or for who does not want them, there are none, and one’s own is not told', () => {
  const { find, told, point, present } = open()
  for (let n = 0; n < 15; n++) act(() => present(`p${n}`, { cursor: { on: 'card:c1', x: 0, y: 0 } }))
  expect(find('[data-cursor]')).toBeNull()
  expect(told).toHaveBeenLastCalledWith({ cursor: null })
  told.mockClear()
  point('mouse', 350, 275)
  expect(told).not.toHaveBeenCalled()
  act(() => present('p14', null))
  expect(find('[data-cursor="p0"]')).not.toBeNull()
  act(() => wantCursors(false))
  expect(find('[data-cursor]')).toBeNull()
})
