import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { TitleWithOthers } from '#client/app/same-company.tsx'
import { rememberWorkshop } from '#client/session/workshops.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import { renderSession, viewOf } from '#test/support/render-session.tsx'

beforeAll(startTexts)
beforeEach(() => {
  localStorage.clear()
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'guessproof:workshops' })))
})

const know = (workshopId: string, company: string, product: string, segment: string) =>
  rememberWorkshop({ ...viewOf({}, 0), workshopId, title: `About ${segment}` }, 1, {
    named: { company, product, segment },
  })
const show = () =>
  renderSession(
    <MemoryRouter>
      <TitleWithOthers>Larderline</TitleWithOthers>
    </MemoryRouter>,
    { board: { scene: { company: 'Brackwell', product: 'Larderline', segment: 'Cafés' } } },
  )

test('other segments of the company are one click from the title, those of the product first', async () => {
  know('w1', 'Brackwell', 'Larderline', 'Wholesalers')
  know('w2', 'Brackwell', 'Coldbox', 'Butchers')
  know('w3', 'Harrow', 'Larderline', 'Owners')
  show()
  const title = screen.getByRole('button', { name: 'Larderline' })
  expect(title).toHaveAccessibleDescription('2 other workshops of this company')
  await userEvent.click(title)
  const links = screen.getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['/w/w1', '/w/w2'])
  await userEvent.tab()
  expect(links[0]).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('link')).toBeNull()
  expect(title).toHaveFocus()
})

test('without others the title is no button', () => {
  know('w3', 'Harrow', 'Larderline', 'Owners')
  show()
  expect(screen.getByText('Larderline')).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
})
