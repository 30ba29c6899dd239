import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test } from 'vitest'
import { startTexts } from '#client/texts/start-texts.ts'
import { Chart } from '#client/ui/chart.tsx'

beforeAll(startTexts)

const table = (
  <table>
    <tbody>
      <tr>
        <td>31</td>
      </tr>
    </tbody>
  </table>
)
const frame = { title: 'A chart', table, sample: '9 sealed ballots.', numbers: () => 'Need\t31' }

test('[AN-9a] a chart turns into its table by button and by Shift T, and its numbers can be copied', async () => {
  const user = userEvent.setup({ delay: null })
  render(<Chart {...frame} drawing={<p>drawn</p>} isMain />)
  expect(screen.getByText('9 sealed ballots.')).toBeInTheDocument()
  await user.keyboard('{Shift>}T{/Shift}')
  expect(screen.getByRole('table')).toBeInTheDocument()
  expect(screen.queryByText('drawn')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Show as chart' }))
  expect(screen.getByText('drawn')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Copy numbers' }))
  expect(await navigator.clipboard.readText()).toBe('Need\t31')
})

test('nothing can be taken away before the figures are shown', async () => {
  const user = userEvent.setup({ delay: null })
  render(<Chart {...frame} numbers={null} drawing={<p>drawn</p>} isMain />)
  expect(screen.queryByRole('button')).toBeNull()
  await user.keyboard('{Shift>}T{/Shift}')
  expect(screen.getByText('drawn')).toBeInTheDocument()
})

test('where there is nothing to draw the table stands for it', () => {
  render(<Chart {...frame} drawing={null} />)
  expect(screen.getByRole('table')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /Show as/ })).toBeNull()
})
