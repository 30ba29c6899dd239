import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ResultPage } from '#client/features/result/result-page.tsx'
import * as saving from '#client/lib/save-as.ts'
import { startResultTexts } from '#client/texts/result-texts.ts'
import type { WorkshopFile } from '#shared/exchange/file.ts'
import { type ResultView, resultView } from '#shared/report/result-view.ts'
import { demoReport } from '#test/support/report-file.ts'

beforeAll(startResultTexts)
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const view = resultView(demoReport())

/** What the server answers, last first. */
function serve(answer: () => Response) {
  const asked: { address: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push({ address, body: JSON.parse(String(init.body)) })
    return answer()
  })
  return asked
}

function Page() {
  const at = new URLSearchParams(useLocation().hash.slice(1)).get('at')
  return <ResultPage token="secret" at={at} />
}

function open() {
  render(
    <MemoryRouter initialEntries={['/r#t=secret']}>
      <Routes>
        <Route path="/r" element={<Page />} />
      </Routes>
    </MemoryRouter>,
  )
  return userEvent.setup({ delay: null })
}

async function opened(shown: ResultView = view) {
  const asked = serve(() => Response.json(shown))
  const user = open()
  await screen.findByText(shown.title, { selector: 'h1' })
  // What follows from the first look has happened too.
  await waitFor(() => expect(document.title).toContain(shown.title))
  return { user, asked }
}

/** What opens under these words. The page is large: asking by role looks at all of it. */
const rowOf = (title = ''): HTMLElement => {
  const rows = [...document.querySelectorAll<HTMLElement>('main details')]
  const row = rows.find((one) => one.textContent?.startsWith(title))
  if (!row) throw new Error(`There is no row for ${title}.`)
  return row
}

test('[AC-4a] whoever has the link reads where we stand, without being asked for anything', async () => {
  const { asked } = await opened()
  expect(asked).toEqual([{ address: '/api/result/view', body: { token: 'secret' } }])
  expect(screen.getByText(view.closing.closedOn === null ? 'Draft' : 'Final')).toBeVisible()
  const first = view.closing.known[0] ?? ''
  expect(screen.getByText(first)).toBeVisible()
  expect(screen.getByText('What we still do not know')).toBeVisible()
  for (const name of ['What matters to customers', 'What we promise', 'What we do next', 'How it was asked'])
    expect(screen.getByText(name, { selector: 'h2' })).toBeVisible()
  expect(document.querySelector('input, textarea')).toBeNull()
  expect(screen.queryByText('Guesses only')).toBeNull()
})

test('[R101] from the first figure to the words behind it is one step, from the grid too', async () => {
  const { user } = await opened()
  const need = view.needs.find(({ customersRank }) => customersRank === 1)
  const quote = view.quotes.find(({ needs }) => needs.includes(need?.title ?? ''))
  const row = rowOf(need?.title)
  expect(row).not.toHaveAttribute('open')
  await user.click(screen.getByText(/what customers put first/))
  expect(row).toHaveAttribute('open')
  expect(within(row).getByText(`“${quote?.text}”`)).toBeVisible()
  const other = view.grid?.rows.find(({ needId }) => needId !== need?.id)
  await user.click(screen.getByText(other?.need ?? '', { selector: 'th a' }))
  expect(rowOf(other?.need)).toHaveAttribute('open')
})

test('[U2] who raised a question is told of how many', async () => {
  await opened()
  const card = view.stages.flatMap(({ cards }) => cards).find(({ raisedBy }) => raisedBy > 1)
  expect(rowOf(card?.text)).toHaveTextContent(
    `raised by ${card?.raisedBy} of ${view.customersAsked} customers`,
  )
})

test('[R098] an action opens to who does it, why, and the words of customers', async () => {
  await opened()
  const action = view.actions.find(({ quotes }) => quotes.length > 0)
  const row = rowOf(action?.title)
  expect(row).toHaveTextContent(action?.functionName ?? '')
  fireEvent.click(within(row).getByText(action?.title ?? ''))
  expect(within(row).getByText(`“${action?.quotes[0]?.text}”`)).toBeVisible()
  expect(row).toHaveTextContent(action?.evidence[0] ?? '')
})

test('[EX-1a] while the answers are sealed the page says that these are guesses, and shows no figure of customers', async () => {
  const seal = (file: WorkshopFile): WorkshopFile => {
    const { interviews, ...workshop } = file.workshop
    return { ...file, workshop } as WorkshopFile
  }
  await opened(resultView(demoReport(seal)))
  const aside = screen.getByLabelText('Guesses only')
  expect(aside).toHaveTextContent(/customers have been asked\. Their answers are sealed/)
  expect(screen.getAllByText('customers: sealed').length).toBeGreaterThan(3)
  expect(screen.queryByText('In their words')).toBeNull()
})

test('what opens is open while the page is printed, and as it was after it', async () => {
  await opened()
  const all = () => [...document.querySelectorAll('main details')]
  expect(all().filter((one) => one.hasAttribute('open'))).toEqual([])
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  expect(
    all()
      .filter((one) => !one.hasAttribute('open'))
      .map((one) => one.textContent?.slice(0, 40)),
  ).toEqual([])
  act(() => void window.dispatchEvent(new Event('afterprint')))
  expect(all().filter((one) => one.hasAttribute('open'))).toEqual([])
})

test('the report is downloaded by the token, which is in no address', async () => {
  const saved = vi.spyOn(saving, 'saveAs').mockImplementation(() => {})
  const { user } = await opened()
  const headers = { 'content-disposition': "attachment; filename=x; filename*=UTF-8''Caf%C3%A9.pdf" }
  const asked = serve(() => new Response('%PDF', { headers }))
  await user.click(screen.getByRole('button', { name: 'Download PDF' }))
  expect(await screen.findByText('Café.pdf is downloaded.')).toBeVisible()
  expect(asked).toEqual([{ address: '/api/result/files/pdf', body: { token: 'secret' } }])
  expect(saved.mock.calls[0]?.[1]).toBe('Café.pdf')
  serve(() => Response.json({ code: 'too-many-tries', retryAfterS: 5 }, { status: 429 }))
  await user.click(screen.getByRole('button', { name: 'Download PDF' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(/not made.*5/)
})

test.each([
  ['no-such-code', 404, 'This link leads nowhere'],
  ['link-revoked', 410, 'This link was ended'],
  ['link-expired', 410, 'This link has run out'],
])('%s says what to do', async (code, status, fact) => {
  serve(() => Response.json({ code }, { status }))
  open()
  expect(await screen.findByRole('heading', { level: 1, name: fact })).toBeVisible()
  expect(screen.getByRole('alert')).toHaveTextContent(/ask/i)
})

test('without a line it says so, and opens as soon as there is one', async () => {
  let isDown = true
  serve(() => {
    if (isDown) throw new TypeError('down')
    return Response.json(view)
  })
  open()
  expect(await screen.findByRole('heading', { name: 'There is no connection' })).toBeVisible()
  isDown = false
  act(() => void window.dispatchEvent(new Event('online')))
  expect(await screen.findByRole('heading', { level: 1, name: view.title })).toBeVisible()
})

test('a workshop that has just begun says that there is nothing to read yet', async () => {
  const nothing = { needs: [], stages: [], actions: [], decisions: [], findings: [], responses: [] }
  const closing = { ...view.closing, known: [], unknown: [], looks: [], confidence: [] }
  await opened({ ...view, ...nothing, grid: null, promise: null, closing })
  expect(screen.getByText('There is nothing to read yet.')).toBeVisible()
})

test('[R099] from a stage it is one step to its sheet for sales, which prints alone, and back', async () => {
  const { user } = await opened()
  const [first, second] = view.stages
  const row = rowOf(`${first?.number}${first?.name}`)
  await user.click(within(row).getByText('Sheet for sales'))
  const sheet = within(document.querySelector('main article') as HTMLElement)
  expect(sheet.getByText(`1. ${first?.name}`)).toBeVisible()
  expect(sheet.getAllByText(/^We have no answer yet\. Say so, and ask /)).not.toEqual([])
  const onPaper = () => [...document.querySelectorAll('[data-print] h2')].map((one) => one.textContent)
  expect(onPaper()).toEqual([`1. ${first?.name}`])
  await user.click(screen.getByText(`Next: 2. ${second?.name}`))
  expect(onPaper()).toEqual([`2. ${second?.name}`])
  await user.click(screen.getByText('The whole result'))
  expect(rowOf(`2${second?.name}`)).toHaveAttribute('open')
  expect(document.querySelector('[data-print]')).toBeNull()
})
