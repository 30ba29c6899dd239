import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { memo } from 'react'
import { expect, test } from 'vitest'
import {
  grouping,
  useGroup,
  useIds,
  useIsLoading,
  useMySeat,
  usePresent,
  useRounds,
  useRow,
  useSaved,
  useSharedText,
  useWhoHas,
} from '#client/session/hooks.ts'
import { useBallot } from '#client/session/use-ballot.ts'
import { byPlace, changeCard, moveCard } from '#shared/board/roadmap-edits.ts'
import { changeNeed } from '#shared/board/scene-edits.ts'
import { cards, type Lane, needs } from '#shared/board/schema.ts'
import { readRow, removeRow } from '#shared/document/collection.ts'
import { byOrder } from '#shared/document/order.ts'
import { renderSession } from '#test/support/render-session.tsx'

const cells = grouping(cards, (rows) => {
  const groups = new Map<string, string[]>()
  for (const { id, place } of [...rows].sort(byPlace)) {
    const key = `${place.stageId}/${place.lane}`
    groups.set(key, [...(groups.get(key) ?? []), id])
  }
  return groups
})

const renders = new Map<string, number>()
const count = (what: string) => renders.set(what, (renders.get(what) ?? 0) + 1)

const CardText = memo(({ id }: { id: string }) => {
  const card = useRow(cards, id)
  const holders = useWhoHas(id)
  count(`card ${id}`)
  return (
    <li>
      {card?.text}
      {holders.map(({ name }) => ` held by ${name}`)}
    </li>
  )
})

const Cell = memo(({ stageId, lane }: { stageId: string; lane: Lane }) => {
  const ids = useGroup(cells, `${stageId}/${lane}`)
  count(`cell ${stageId}`)
  return (
    <ul data-testid={stageId}>
      {ids.map((id) => (
        <CardText key={id} id={id} />
      ))}
    </ul>
  )
})

const stageIds = Array.from({ length: 10 }, (_, s) => `s${s}`)

function Roadmap() {
  count('roadmap')
  return stageIds.map((id) => <Cell key={id} stageId={id} lane="question" />)
}

const fiveHundred = Object.fromEntries(
  Array.from({ length: 500 }, (_, i) => [
    `c${i}`,
    {
      text: `Card ${i}`,
      place: { stageId: `s${i % 10}`, lane: 'question' as const, order: `a${String(i).padStart(3, '0')}` },
    },
  ]),
)

test('a remote edit of one of 500 cards renders that card and nothing else', () => {
  const { remote } = renderSession(<Roadmap />, { board: { cards: fiveHundred } })
  expect(renders.size).toBe(511)
  renders.clear()

  act(() => void remote(changeCard, { id: 'c137', changes: { text: 'Is it safe?' } }))

  expect([...renders]).toEqual([['card c137', 1]])
  expect(screen.getByText('Is it safe?')).toBeVisible()
})

test('a remote move renders the two cells and the card that moved', () => {
  const { remote } = renderSession(<Roadmap />, { board: { cards: fiveHundred } })
  renders.clear()

  act(() => void remote(moveCard, { id: 'c3', stageId: 's7', lane: 'question', index: 0 }))

  expect([...renders.keys()].sort()).toEqual(['card c3', 'cell s3', 'cell s7'])
  expect(screen.getByTestId('s7').firstElementChild).toHaveTextContent('Card 3')
})

test('somebody taking a card renders that card alone, and not for one who has it oneself', () => {
  const { present, session } = renderSession(<Roadmap />, { board: { cards: fiveHundred } })
  act(() => present('seat-ben', {}, 'Ben'))
  renders.clear()

  act(() => present('seat-ben', { focus: 'c9' }))
  act(() => session.setPresence({ focus: 'c10' }))

  expect([...renders]).toEqual([['card c9', 1]])
  expect(screen.getByText('Card 9 held by Ben')).toBeVisible()
})

test('a list of ids keeps its identity until the ids change', () => {
  const lists: (readonly string[])[] = []
  function Needs() {
    lists.push(useIds(needs, (rows) => [...rows].sort(byOrder)))
    return null
  }
  const { remote, rerender } = renderSession(<Needs />, {
    board: { needs: { n2: { short: 'Cheap', order: 'a1' }, n1: { short: 'Safe', order: 'a0' } } },
  })
  act(() => void remote(changeNeed, { id: 'n1', changes: { statement: 'Nothing spoils' } }))
  rerender(<Needs />)

  expect(lists.length).toBeGreaterThan(1)
  expect(lists[0]).toEqual(['n1', 'n2'])
  expect(new Set(lists).size).toBe(1)
})

test('screens see the state of saving, the own seat and the people here as they change', () => {
  function Status() {
    const saved = useSaved()
    const me = useMySeat()
    const names = usePresent().map(({ name }) => name)
    const isLoading = useIsLoading()
    return <p>{[saved.status, me?.name, names.join('+'), isLoading ? 'loading' : 'loaded'].join(' ')}</p>
  }
  const { setSaved, setRecord, present } = renderSession(<Status />)
  expect(screen.getByText('saved Ada Park Ada Park loaded')).toBeVisible()

  act(() => {
    setSaved({ status: 'saving', changes: 1 })
    setRecord({ seats: { 'seat-me': { name: 'Ada P.' } } })
    present('seat-ben', {}, 'Ben')
  })
  expect(screen.getByText('saving Ada P. Ada P.+Ben loaded')).toBeVisible()

  act(() => present('seat-ben', null))
  expect(screen.getByText('saving Ada P. Ada P. loaded')).toBeVisible()
})

test('rounds come without discarded ones, with results parsed, junk read as not there', () => {
  const seen: unknown[] = []
  function Rounds() {
    seen.push(useRounds('weights').map(({ id, result }) => [id, result]))
    return null
  }
  const { setRecord } = renderSession(<Rounds />, {
    record: {
      rounds: {
        r1: { kind: 'weights', status: 'open', number: 1, openedAt: 1 },
        r2: { kind: 'marks', status: 'open', number: 1, openedAt: 2 },
        r3: { kind: 'weights', status: 'discarded', number: 2, openedAt: 3 },
      },
    },
  })
  act(() => setRecord({ rounds: { r1: { status: 'revealed', result: { n: 'many' } } } }))
  expect(seen.at(-1)).toEqual([['r1', null]])
})

function CardField({ id }: { id: string }) {
  return <textarea aria-label={id} ref={useSharedText(cards, id, 'text')} />
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox')

test('[U3] a field shows a shared text, takes what is typed and what others type, and undo is the shared one', async () => {
  const user = userEvent.setup()
  const { remote, docs } = renderSession(<CardField id="c1" />, {
    board: { cards: { c1: { text: 'safe?' } } },
  })
  await user.type(field(), 'Is it ', { initialSelectionStart: 0, initialSelectionEnd: 0 })
  const text = () => readRow(docs.board, cards, 'c1')?.text
  expect(text()).toBe('Is it safe?')
  remote(changeCard, { id: 'c1', changes: { text: 'Is it really safe?' } })
  expect(field().value).toBe('Is it really safe?')
  expect(field()).toHaveFocus()
  await user.keyboard('{Control>}z{/Control}')
  expect(text()).toBe('really safe?')
  expect(field().value).toBe('really safe?')
})

test('a field goes on working when its row is deleted and brought back', async () => {
  const user = userEvent.setup()
  const { session, docs } = renderSession(<CardField id="c1" />, {
    board: { cards: { c1: { text: 'one' } } },
  })
  act(() => void session.edit((doc) => removeRow(doc, cards, 'c1'), null))
  act(() => void session.undo())
  expect(field().value).toBe('one')
  await user.type(field(), ' two')
  expect(readRow(docs.board, cards, 'c1')?.text).toBe('one two')
})

test('a field of one who may only read changes nothing', async () => {
  const user = userEvent.setup()
  const { docs } = renderSession(<CardField id="c1" />, {
    role: 'viewer',
    board: { cards: { c1: { text: 'one' } } },
  })
  await user.type(field(), ' two')
  expect(field().value).toBe('one')
  expect(readRow(docs.board, cards, 'c1')?.text).toBe('one')
})

test('a ballot is changed and sealed from a screen, in its kind’s shape; junk kept on the device is none', async () => {
  const ballot = { points: { n1: 100 }, unsure: [], confidence: null, abstained: false, reason: '' }
  function Ballot() {
    const own = useBallot('r1', 'weights')
    return (
      <button type="button" onClick={() => (own.ballot ? own.seal() : own.change(ballot))}>
        {own.status} {own.ballot?.points.n1 ?? 'empty'}
      </button>
    )
  }
  const { made } = renderSession(<Ballot />, {
    replies: { readBallot: { ok: true, reply: { ballot: { junk: true }, sealed: false, receivedAt: 1 } } },
  })
  await screen.findByText('draft empty')
  act(() => screen.getByRole('button').click())
  expect(screen.getByText('draft 100')).toBeVisible()
  act(() => screen.getByRole('button').click())
  await screen.findByText('sealed 100')
  expect(made.at(-1)).toEqual({
    name: 'putBallot',
    params: { workshopId: 'workshop-1', roundId: 'r1' },
    body: { ...ballot, sealed: true },
  })
})
