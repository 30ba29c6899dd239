import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ExportPage } from '#client/features/export/export-page.tsx'
import * as saving from '#client/lib/save-as.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import type { ExportLine } from '#shared/protocol/export-calls.ts'
import { demoContent } from '#test/support/demo-content.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function open(setting: SessionSetting = {}) {
  const user = userEvent.setup({ delay: null })
  return { user, ...renderSession(<ExportPage />, setting) }
}

/** A server whose lines the test sends; what was asked, and whether it was ended. */
function server() {
  const asked: { address: string; signal: AbortSignal }[] = []
  let lines: ReadableStreamDefaultController<Uint8Array> | undefined
  vi.stubGlobal('fetch', async (address: string, { signal }: { signal: AbortSignal }) => {
    asked.push({ address, signal })
    return new Response(
      new ReadableStream<Uint8Array>({
        start: (controller) => {
          lines = controller
        },
      }),
    )
  })
  const send = (text: string) => act(async () => lines?.enqueue(new TextEncoder().encode(text)))
  return { asked, send, say: (line: ExportLine) => send(`${JSON.stringify(line)}\n`) }
}

const roles = ['facilitator', 'member', 'researcher', 'sponsor', 'viewer'] as const

test.each(roles)('[R098] a %s may download; nobody can be recognised without a choice', async (role) => {
  const { asked } = server()
  const { user } = open({ role })
  for (const box of within(screen.getByRole('group', { name: 'Who can be recognised' })).getAllByRole(
    'checkbox',
  ))
    expect(box).toBeChecked()
  await user.click(screen.getByRole('button', { name: 'Download PowerPoint' }))
  expect(asked[0]?.address).toMatch(/^\/api\/workshops\/workshop-1\/exports\/pptx\?/)
  expect(asked[0]?.address).toContain('people=functions&masked=1&private=0')
  const mayPutIn = role === 'researcher'
  const privately = screen.getByRole('checkbox', { name: 'Leave out private words' })
  expect(privately.matches(':disabled')).toBe(!mayPutIn)
  expect(screen.getByRole('checkbox', { name: 'No addresses or numbers' }).matches(':disabled')).toBe(
    role === 'viewer',
  )
})

test('[EX-1] the first page is shown as the file has it, and follows the choice of format', async () => {
  const { user } = open(demoContent())
  await user.click(screen.getByRole('radio', { name: 'PDF' }))
  expect(await screen.findByText('Customers put first')).toBeVisible()
  expect(screen.getByText(/^\d+ customers$/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'HubSpot' }))
  expect(screen.queryByText('Customers put first')).not.toBeInTheDocument()
  expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
    expect.stringMatching(/^\d+ actions$/),
  ])
  expect(screen.queryByRole('group', { name: 'Look' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('radio', { name: 'CSV' }))
  await user.click(screen.getByRole('checkbox', { name: 'Made for Excel' }))
  const { asked } = server()
  await user.click(screen.getByRole('button', { name: 'Download CSV' }))
  expect(asked[0]?.address).toMatch(/exports\/csv\?.*excel=1/)
})

test('[R098] every slide is there to look at before it is made, and a part that is taken out takes its slides along', async () => {
  const { asked } = server()
  open(demoContent())
  const list = await screen.findByLabelText('All slides')
  // Many slides: roles of all that is drawn on them take long to find out.
  const slides = () => [...list.querySelectorAll('button')]
  const names = () => slides().map((one) => one.lastElementChild?.textContent ?? '')
  const before = names()
  expect(before[0]).toBe('1 Title')
  expect(screen.getByText(`Slides you can edit, ${before.length}`)).toBeVisible()
  expect(screen.getByLabelText(/^Slide \d+ of \d+: Reality check$/)).toBeVisible()
  fireEvent.click(slides()[names().findIndex((name) => name.endsWith('Action plan: Fix'))] ?? list)
  expect(screen.getByLabelText(/^Slide .*Action plan: Fix$/)).toBeVisible()
  fireEvent.click(screen.getByLabelText('The action plan'))
  expect(names().some((name) => name.includes('Action plan'))).toBe(false)
  expect(names().length).toBeLessThan(before.length)
  fireEvent.click(screen.getByLabelText(/^All \d+ quotes$/))
  expect(names().at(-1)).toContain('Quotes')
  fireEvent.click(screen.getByText('Download PowerPoint'))
  const { searchParams } = new URL(asked[0]?.address ?? '', 'http://localhost')
  expect(searchParams.get('parts')).toBe('needs,competition,promise,roadmap,decisions,closing,quotes')
})

test('[R098] of the quotes only those are said to be in whose part is in; pictures have no other parts', async () => {
  open(demoContent())
  await screen.findByLabelText('All slides')
  const box = (name: string) => screen.getByLabelText(name)
  const said = () => screen.getByText(/carr(y|ies) a decision, a finding or a card/).textContent
  expect(said()).toMatch(/^The \d+ that carry .* are in already/)
  for (const name of [
    'The guesses and the truth',
    'The promise and its history',
    'The roadmap, one slide a stage',
    'The action plan',
    'The decisions',
  ])
    fireEvent.click(box(name))
  expect(said()).toBe('None carries a decision, a finding or a card that is in.')
  fireEvent.click(screen.getByRole('radio', { name: 'Charts' }))
  const parts = screen.getByRole('group', { name: 'Put in' })
  expect(within(parts).getAllByRole('checkbox')).toHaveLength(3)
})

test('colours of one’s firm are kept on this device, and what they do to reading is said', () => {
  const { asked } = server()
  const first = open()
  fireEvent.input(screen.getByLabelText('First colour'), { target: { value: '#f2e30c' } })
  fireEvent.input(screen.getByLabelText('Second colour'), { target: { value: '#2a30cc' } })
  expect(screen.getByText(/Text on it is dark, \d+\.\d to 1/)).toBeVisible()
  expect(screen.getByText(/close to ink/)).toBeVisible()
  first.unmount()
  open()
  fireEvent.click(screen.getByText('Download PowerPoint'))
  expect(asked[0]?.address).toContain('main=f2e30c&accent=2a30cc')
  fireEvent.click(screen.getByText('Cancel'))
  fireEvent.click(screen.getByText('Our own colours again'))
  fireEvent.click(screen.getByText('Download PowerPoint'))
  expect(asked[1]?.address).not.toContain('main=')
})

test('[AC-4a] what is sealed is left out of the preview and said, and an empty workshop says so', async () => {
  const demo = demoContent()
  const { user } = open({
    ...demo,
    role: 'researcher',
    record: { ...demo.record, envelope: { ...demo.record?.envelope, openedAt: null } },
  })
  expect(await screen.findByRole('heading', { name: 'Not opened yet' })).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'JSON' }))
  expect(screen.getByText(/The customers’ answers are sealed/)).toBeVisible()
  expect(screen.getByText('0 quotes')).toBeVisible()
  expect(screen.queryByText('Customers put first')).not.toBeInTheDocument()
})

test('an empty workshop says that there is hardly anything', async () => {
  open()
  expect(await screen.findByText('There is hardly anything to take away yet.')).toBeVisible()
})

test('progress is told, and the file comes with its name', async () => {
  const saved = vi.spyOn(saving, 'saveAs').mockImplementation(() => {})
  const { say, send } = server()
  const { user } = open()
  await user.click(screen.getByRole('radio', { name: 'The pack' }))
  await user.click(screen.getByRole('button', { name: 'Download the pack' }))
  await say({ type: 'progress', step: 'xlsx', done: 3, of: 10 })
  expect(await screen.findByText('Making the file: 3 of 10')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus()
  // Whoever goes on meanwhile is left in peace.
  act(() => screen.getByRole('radio', { name: 'The pack' }).focus())
  await say({ type: 'progress', step: 'csv', done: 4, of: 10 })
  expect(await screen.findByText('Making the file: 4 of 10')).toBeVisible()
  expect(screen.getByRole('radio', { name: 'The pack' })).toHaveFocus()
  // The last line comes in pieces.
  await send('{"type":"file","name":"Café.zip","media":"application/zip","bas')
  await send(`e64":"${btoa('PK-bytes')}"}\n`)
  expect(await screen.findByText(/^Café\.zip is downloaded: 1 KB, made at/)).toBeVisible()
  const [file, name] = saved.mock.calls[0] ?? []
  expect(name).toBe('Café.zip')
  expect(await (file as Blob).text()).toBe('PK-bytes')
})

test('cancelling ends the request and downloads nothing', async () => {
  const saved = vi.spyOn(saving, 'saveAs').mockImplementation(() => {})
  const { asked } = server()
  const { user } = open()
  await user.click(screen.getByRole('button', { name: 'Download PowerPoint' }))
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(asked[0]?.signal.aborted).toBe(true)
  expect(screen.getByText('Cancelled. Nothing was downloaded.')).toBeVisible()
  expect(saved).not.toHaveBeenCalled()
})

test('a refusal is said, and it can be tried again', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ code: 'too-many-tries', retryAfterS: 5 }, { status: 429 }),
  )
  const { user } = open()
  await user.click(screen.getByRole('button', { name: 'Download PowerPoint' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(/The file was not made\. .*5/)
  expect(screen.getByRole('button', { name: 'Download PowerPoint' })).toBeVisible()
})

test('offline nothing is asked of the server, and the screen says why', async () => {
  const { asked } = server()
  const { user } = open({ saved: { status: 'offline', changes: 0, retryAt: null } })
  await user.click(screen.getByRole('button', { name: 'Download PowerPoint' }))
  expect(asked).toEqual([])
  expect(screen.getByText(/^You are offline\. The server makes the file/)).toBeVisible()
})

test('[R099] the first of the sheets for sales is shown as it goes on paper', async () => {
  const { user } = open(demoContent())
  await user.click(screen.getByRole('radio', { name: 'Sheets for sales' }))
  const sheet = await screen.findByRole('article', { name: '1. Something goes wrong' })
  expect(sheet).toHaveTextContent('5 of 10 customers')
  expect(screen.getByText('8 stages of the roadmap')).toBeVisible()
  expect(screen.queryByText(/^\d+ interviews$/)).toBeNull()
})

test('[R099] a sheet that is too long is shown as it fits its page', async () => {
  const cards = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [
      `c${at}`,
      { text: `Is it ${at}?`, place: { stageId: 's', lane: 'question' as const, order: `a${at}` } },
    ]),
  )
  const { user } = open({ board: { stages: { s: { name: 'Look around', order: 'a0' } }, cards } })
  await user.click(screen.getByRole('radio', { name: 'Sheets for sales' }))
  const sheet = await screen.findByRole('article', { name: '1. Look around' })
  expect(sheet).toHaveTextContent(/and \d+ more questions: see the roadmap/)
})
