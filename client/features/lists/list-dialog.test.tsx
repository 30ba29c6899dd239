import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ListDialog } from '#client/features/lists/list-dialog.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { Toasts } from '#client/ui/toasts.tsx'
import type { ListKind } from '#shared/board/list-edits.ts'
import { cards, needs, stages } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import type { ListSheetReply } from '#shared/protocol/list-calls.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(() => startTexts())
afterEach(() => vi.unstubAllGlobals())

const board = {
  needs: {
    n1: { short: 'Arrives complete', statement: 'Nothing is missing', status: 'active', order: 'a0' },
  },
  stages: { s1: { name: 'Look around', phase: 'early', order: 'a0' } },
} as const

function play(kind: ListKind, setting: SessionSetting = { board }) {
  const onClose = vi.fn()
  const played = renderSession(
    <>
      <ListDialog kind={kind} onClose={onClose} />
      <Toasts />
    </>,
    setting,
  )
  const paste = (text: string) =>
    fireEvent.paste(screen.getByLabelText('Paste the cells here'), {
      clipboardData: { getData: () => text },
    })
  const choose = async (file: File) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')
    if (!input) throw new Error('There is no field for a file.')
    await userEvent.upload(input, file)
  }
  return { ...played, onClose, paste, choose }
}

const happens = () => screen.getByRole('table', { name: 'What would happen' })

test('[EX-4b] pasted cells are shown row by row, and come in by one button, as one step', async () => {
  const { paste, docs, onClose } = play('needs')
  const cells =
    'Need\tStatement\tCustomers\r\nSets up in a day\tOne day\t4\r\nArrives complete\tNothing is missing\t7\r\n'
  paste(cells)
  expect(screen.getByText('What you pasted: 3 rows')).toBeVisible()
  const anew = screen.getByRole('button', { name: 'Paste something else' })
  expect(anew).toHaveFocus()
  await userEvent.click(anew)
  expect(screen.getByLabelText('Paste the cells here')).toHaveFocus()
  paste(cells)
  const rows = within(happens()).getAllByRole('row')
  expect(rows.map((row) => row.textContent)).toEqual([
    'RowWhatWhich',
    '2NewSets up in a dayStatement: One day',
    '3Left aloneArrives complete',
  ])
  expect(screen.getByText(/“Customers”: what customers said comes in with interviews alone/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Bring in one' }))
  expect(readRows(docs.board, needs)).toHaveLength(2)
  expect(onClose).toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(readRows(docs.board, needs)).toHaveLength(1)
})

test('[EX-4b] our text stays until the list’s is taken', async () => {
  const { paste, docs } = play('needs')
  paste('Need\tStatement\nArrives complete\tAll parts in one box')
  expect(screen.getByText('Statement: “Nothing is missing” stays')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Bring in 0' })).toHaveAttribute(
    'title',
    'Nothing of it would change anything here',
  )
  expect(
    screen.getByText('One text is other than here. Ours stays unless you take the list’s.'),
  ).toBeVisible()
  await userEvent.click(screen.getByRole('checkbox', { name: 'Take “All parts in one box” from the list' }))
  await userEvent.click(screen.getByRole('button', { name: 'Change one' }))
  expect(readRows(docs.board, needs)).toMatchObject([{ statement: 'All parts in one box' }])
})

test('[EX-4b] a fault keeps all of it out until it is mended or its column left out', async () => {
  const { paste, docs } = play('needs')
  paste('Need\tKind\nSets up in a day\tcolour\nLasts\tproduct')
  expect(screen.getByText(/“colour” is none of these/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Download the faulty rows' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: /^Bring in/ }))
  expect(readRows(docs.board, needs)).toHaveLength(1)
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'What “Kind” holds' }), 'Leave out')
  await userEvent.click(screen.getByRole('button', { name: 'Bring in 2' }))
  expect(readRows(docs.board, needs)).toHaveLength(3)
})

test('[EX-4b] a stage the board has not is made, or another one is chosen', async () => {
  const { paste, docs } = play('cards')
  paste('Stage\tCard\nCompare\tWho repairs it?')
  expect(screen.getByRole('combobox', { name: '“Compare” is' })).toHaveDisplayValue('made new')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '“Compare” is' }), 'Look around')
  await userEvent.click(screen.getByRole('button', { name: 'Bring in one' }))
  expect(readRows(docs.board, stages)).toHaveLength(1)
  expect(readRows(docs.board, cards)).toMatchObject([
    { text: 'Who repairs it?', place: { stageId: 's1', lane: 'question' }, raisedBy: [] },
  ])
})

test('[EX-4b] a text file is read here; an Excel file by the server, and without a line it says how else', async () => {
  const { choose, docs } = play('needs')
  await choose(new File(['\ufeffneed;kind\r\n"Fast; and complete";product\r\n'], 'needs.csv'))
  await waitFor(() => expect(happens()).toHaveTextContent('Fast; and complete'))
  const reply: ListSheetReply = {
    sheet: 'Needs',
    sheets: ['About', 'Needs'],
    rows: [['need'], ['From Excel'], ['7']],
    formulas: [3],
    computed: [3],
  }
  const fetched = vi.fn(async (_: string, init: RequestInit) => {
    const settings = JSON.parse(String((init.body as FormData).get('settings'))) as { sheet?: string }
    return settings.sheet === 'About' ? Promise.reject(new TypeError('no line')) : Response.json(reply)
  })
  vi.stubGlobal('fetch', fetched)
  await choose(new File([new Uint8Array([0x50, 0x4b, 3, 4])], 'needs.xlsx'))
  await waitFor(() => expect(happens()).toHaveTextContent('From Excel'))
  expect(screen.getByText('Leave out row 3: 7')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Bring in one' }))
  await waitFor(() => expect(readRows(docs.board, needs)).toHaveLength(2))
})

test('a file that was changed or moved since it was chosen is to be chosen again', async () => {
  const { choose } = play('needs')
  const file = new File(['Need\nSets up in a day'], 'needs.csv', { type: 'text/csv' })
  Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.reject(new Error('NotReadableError')) })
  await choose(file)
  expect(await screen.findByRole('alert')).toHaveTextContent('changed or moved since it was chosen')
})

test('without a line an Excel file says that pasting works; it can be tried again', async () => {
  const { choose } = play('needs')
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no line')))
  await choose(new File([new Uint8Array([0x50, 0x4b, 3, 4])], 'needs.xlsx'))
  expect(await screen.findByRole('alert')).toHaveTextContent(/Paste the cells, or save them as .csv/)
  vi.stubGlobal('fetch', async () =>
    Response.json({ title: 'This file is broken: save it anew and send it again.' }, { status: 415 }),
  )
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(/This file is broken/)).toBeVisible()
})
