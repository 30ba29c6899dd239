import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { NumberField } from './number-field.tsx'

function Field({ start }: { readonly start: number | undefined }) {
  const [value, setValue] = useState<number | null | undefined>(start)
  return (
    <>
      <NumberField label="Points" value={value} max={100} onChange={setValue} />
      <output>{String(value)}</output>
    </>
  )
}

test.each([
  [undefined, 'undefined'],
  [30, '30'],
] as const)('a number that cannot be is not kept in part: 105 is no 10 (before: %s)', async (start, kept) => {
  const user = userEvent.setup()
  render(<Field start={start} />)
  await user.click(screen.getByLabelText('Points'))
  await user.keyboard('105')
  expect(screen.getByLabelText('Points')).toBeInvalid()
  await user.tab()
  expect(screen.getByRole('status')).toHaveTextContent(kept)
  expect(screen.getByLabelText('Points')).toHaveValue(start === undefined ? '' : '30')
  await user.click(screen.getByLabelText('Points'))
  await user.keyboard('100')
  expect(screen.getByRole('status')).toHaveTextContent('100')
})
