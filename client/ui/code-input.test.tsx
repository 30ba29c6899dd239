import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeAll, expect, test, vi } from 'vitest'
import { startTexts } from '#client/texts/start-texts.ts'
import { CodeInput, cellsOf } from '#client/ui/code-input.tsx'

beforeAll(startTexts)

function Field({ onComplete, invalid = false }: { onComplete: (code: string) => void; invalid?: boolean }) {
  const [cells, setCells] = useState(() => cellsOf(''))
  return <CodeInput cells={cells} onChange={setCells} onComplete={onComplete} invalid={invalid} autoFocus />
}

const cells = () => screen.getAllByRole<HTMLInputElement>('textbox')
const typed = () => cells().map(({ value }) => value)

test('[JN-2a] a code is handed over by itself on its sixth character, in upper case', async () => {
  const onComplete = vi.fn()
  render(<Field onComplete={onComplete} />)
  await userEvent.keyboard('k7m4q')
  expect(onComplete).not.toHaveBeenCalled()
  await userEvent.keyboard('x')
  expect(onComplete.mock.calls).toEqual([['K7M4QX']])
})

test('[JN-2a] a pasted code loses spaces and dashes and fills all cells, wherever it is pasted', async () => {
  const onComplete = vi.fn()
  render(<Field onComplete={onComplete} />)
  await userEvent.click(cells()[3] as HTMLElement)
  await userEvent.paste(' k7m-4qx ')
  expect(typed()).toEqual(['K', '7', 'M', '4', 'Q', 'X'])
  expect(onComplete).toHaveBeenCalledWith('K7M4QX')
})

test('characters that codes never use are not taken', async () => {
  render(<Field onComplete={() => {}} />)
  await userEvent.keyboard('0o1il?k')
  expect(typed()).toEqual(['K', '', '', '', '', ''])
})

test('a keyboard that puts in several characters at once fills the cells that follow', () => {
  const onComplete = vi.fn()
  render(<Field onComplete={onComplete} />)
  fireEvent.change(cells()[0] as HTMLElement, { target: { value: 'k7m4qx' } })
  expect(onComplete).toHaveBeenCalledWith('K7M4QX')
})

test('Backspace in an empty cell takes the character before it and goes there', async () => {
  render(<Field onComplete={() => {}} />)
  await userEvent.keyboard('k7{Backspace}')
  expect(typed()).toEqual(['K', '', '', '', '', ''])
  expect(cells()[1]).toHaveFocus()
})

test('[JN-2a] a wrong code keeps its letters, and the first gets the focus', async () => {
  const { rerender } = render(<Field onComplete={() => {}} />)
  await userEvent.keyboard('k7n4qx')
  rerender(<Field onComplete={() => {}} invalid />)
  expect(typed()).toEqual(['K', '7', 'N', '4', 'Q', 'X'])
  expect(cells()[0]).toHaveFocus()
  expect(cells()[0]).toBeInvalid()
})

test('one letter put right hands the code over again', async () => {
  const onComplete = vi.fn()
  render(<Field onComplete={onComplete} />)
  await userEvent.keyboard('k7n4qx')
  await userEvent.click(cells()[2] as HTMLElement)
  await userEvent.keyboard('m')
  await waitFor(() => expect(onComplete).toHaveBeenLastCalledWith('K7M4QX'))
})

test('typing another code over a wrong one asks once, not with every letter', async () => {
  const onComplete = vi.fn()
  render(<Field onComplete={onComplete} />)
  await userEvent.keyboard('k7n4qx')
  await userEvent.click(cells()[0] as HTMLElement)
  await userEvent.keyboard('abcdef')
  await waitFor(() => expect(onComplete).toHaveBeenLastCalledWith('ABCDEF'))
  expect(onComplete.mock.calls).toEqual([['K7N4QX'], ['ABCDEF']])
})

test('Enter does not wait for the pause', async () => {
  const onComplete = vi.fn()
  render(<Field onComplete={onComplete} />)
  await userEvent.keyboard('k7n4qx')
  await userEvent.click(cells()[2] as HTMLElement)
  await userEvent.keyboard('m{Enter}')
  expect(onComplete.mock.calls).toEqual([['K7N4QX'], ['K7M4QX']])
})

test('arrows, Home and End move between the cells', async () => {
  render(<Field onComplete={() => {}} />)
  await userEvent.keyboard('{ArrowRight}')
  expect(cells()[1]).toHaveFocus()
  await userEvent.keyboard('{End}')
  expect(cells()[5]).toHaveFocus()
  await userEvent.keyboard('{Home}')
  expect(cells()[0]).toHaveFocus()
})
