import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { IntakeDialog } from '#client/features/intake/intake-dialog.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import type { IntakeLine, IntakeResult, IntakeSettings } from '#shared/protocol/intake-calls.ts'
import { renderSession } from '#test/support/render-session.tsx'

beforeAll(() => startTexts())

const read: IntakeResult = {
  kind: 'table',
  imported: false,
  found: {
    encoding: 'windows-1252',
    delimiter: ';',
    decimal: ',',
    dateOrder: 'dmy',
    sheet: null,
    sheets: [],
    headerRow: 1,
    unsure: ['encoding'],
    leftOut: [{ row: 9, text: 'Total · 210' }],
  },
  columns: [
    { header: 'Kürzel', to: 'skip', by: 'nothing', samples: ['Heron'] },
    { header: 'Price', to: 'skip', by: 'nothing', samples: ['60'] },
  ],
  preview: [
    { row: 1, cells: ['Kürzel', 'Price'] },
    { row: 2, cells: ['Heron', '60'] },
  ],
  rows: 2,
  create: 2,
  update: 0,
  faultyRows: 1,
  unknownWords: ['Cheapness'],
  problems: [
    { row: 3, column: 'Price', level: 'fault', message: '“x” is not a number' },
    { row: null, column: null, level: 'notice', message: 'A thing to know.' },
  ],
}
const good: IntakeResult = { ...read, faultyRows: 0, problems: [], unknownWords: [] }

/** What the server answers in turn; what it was sent. */
let answers: ((signal: AbortSignal) => Promise<Response>)[] = []
let sent: { address: string; settings: IntakeSettings }[] = []

const lines =
  (...all: IntakeLine[]) =>
  async () =>
    new Response(all.map((line) => `${JSON.stringify(line)}\n`).join(''))
const giving = (result: IntakeResult) =>
  lines({ type: 'progress', step: 'checking', done: 1, of: 2 }, { type: 'result', result })

beforeEach(() => {
  answers = []
  sent = []
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const form = init.body as FormData
    sent.push({ address, settings: JSON.parse(String(form.get('settings'))) as IntakeSettings })
    const answer = answers.shift()
    if (!answer) throw new Error('not expected')
    return answer(init.signal as AbortSignal)
  })
})
afterEach(() => vi.unstubAllGlobals())

function play() {
  const user = userEvent.setup({ delay: null })
  renderSession(<IntakeDialog onClose={() => undefined} />, {
    role: 'researcher',
    board: { needs: { price: { short: 'Price', order: 'a0' } } },
  })
  const choose = () =>
    user.upload(screen.getByLabelText('Choose a file', { selector: 'input' }), new File(['x'], 'calls.csv'))
  return { user, choose }
}

test('[EX-4b] a file is read, what is not certain is asked, and what is wrong is told by row', async () => {
  const { choose } = play()
  answers = [giving(read)]
  await choose()
  expect(await screen.findByText('What would happen')).toBeVisible()
  expect(sent).toEqual([{ address: expect.stringMatching(/import\?dryRun=1$/), settings: {} }])
  expect(screen.getByLabelText('Characters')).toHaveAccessibleDescription(/does not say for certain/)
  expect(screen.getByLabelText('Columns are parted by')).toHaveValue(';')
  expect(screen.getByRole('checkbox', { name: 'Leave out row 9: Total · 210' })).toBeChecked()
  expect(screen.getByText('2 columns are left out: nothing tells what they hold.')).toBeVisible()
  expect(screen.getByText('Row 3').closest('li')).toHaveTextContent('Row 3 in “Price”: “x” is not a number')
  expect(screen.getByRole('button', { name: /Bring in 2 interviews/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
})

test('[EX-4b] every choice is read anew with those before it, and only then it is brought in', async () => {
  const { user, choose } = play()
  answers = [giving(read), giving(read), giving(read), giving(good), giving({ ...good, imported: true })]
  await choose()
  await user.selectOptions(await screen.findByLabelText('What “Kürzel” holds'), 'Pseudonym')
  await waitFor(() => expect(sent).toHaveLength(2))
  await user.selectOptions(
    screen.getByLabelText('What “Price” holds'),
    within(screen.getByLabelText('What “Price” holds')).getByRole('option', { name: 'Price' }),
  )
  await waitFor(() => expect(sent).toHaveLength(3))
  await user.selectOptions(await screen.findByLabelText('“Cheapness” is'), 'Price')
  await waitFor(() => expect(sent).toHaveLength(4))
  const settings = {
    columns: [
      { header: 'Kürzel', to: 'pseudonym' },
      { header: 'Price', to: 'weight', needId: 'price' },
    ],
    words: [{ word: 'Cheapness', needId: 'price' }],
  }
  expect(sent[3]?.settings).toEqual(settings)
  const bring = await screen.findByRole('button', { name: 'Bring in 2 interviews' })
  await waitFor(() => expect(bring).not.toHaveAttribute('aria-disabled', 'true'))
  await user.click(bring)
  expect(await screen.findByText('2 interviews are in the envelope.')).toBeVisible()
  expect(sent[4]).toEqual({ address: expect.stringMatching(/import$/), settings })
})

test('it can be stopped while the server works, and then nothing has changed', async () => {
  const { user, choose } = play()
  let isEnded = false
  answers = [
    (signal) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          isEnded = true
          reject(signal.reason)
        }),
      ),
  ]
  await choose()
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  expect(screen.getByText('Stopped. Nothing was changed.')).toBeVisible()
  expect(isEnded).toBe(true)
})

test('a file that is none says so in the words of the server; a lost line can be tried again', async () => {
  const { user, choose } = play()
  const title = 'This is a PDF: copy its text into a .txt file.'
  answers = [
    async () => Response.json({ title }, { status: 415 }),
    async () => Promise.reject(new TypeError('no line')),
    giving(good),
  ]
  await choose()
  expect(await screen.findByRole('alert')).toHaveTextContent(title)
  await choose()
  expect(await screen.findByText('The server is not reached. Try again when there is a line.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('What would happen')).toBeVisible()
})

test('[S2] interviews are taken out by plain links, masked when asked', async () => {
  const { user } = play()
  const address = () =>
    screen.getByRole('link', { name: 'CSV for Excel, with semicolons' }).getAttribute('href')
  expect(address()).toMatch(/interviews\/export\.csv\?separator=semicolon&bom=1$/)
  await user.click(screen.getByRole('checkbox', { name: 'Names, firms and numbers masked' }))
  expect(address()).toMatch(/&masked=1$/)
})
