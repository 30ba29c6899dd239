import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoardList, bringInList, type ListKind, stepBytes } from '#shared/board/list-edits.ts'
import { addNeed } from '#shared/board/scene-edits.ts'
import { actions, cards, functions, needs, options, stages } from '#shared/board/schema.ts'
import { insertRow, readRow, readRows } from '#shared/document/collection.ts'
import { runEdit } from '#shared/document/edit.ts'
import { byOrder } from '#shared/document/order.ts'
import { guard } from '#shared/intake/guard.ts'
import { readBoardList } from '#shared/lists/list-check.ts'
import type { ListSettings } from '#shared/lists/list-layout.ts'
import { readPasted, readPastedCells } from '#shared/lists/pasted.ts'
import { pastedSheet, TODAY, worldOf } from '#test/support/list-board.ts'
import { idsFrom } from '#test/support/random.ts'

const newId = idsFrom(5)
const context = { newId, now: () => 1_000, seatId: 'me' }

function board() {
  const doc = new Y.Doc()
  insertRow(doc, functions, 'f1', { name: 'Sales', order: 'a0' })
  insertRow(doc, stages, 's1', { name: 'Look around', phase: 'early', order: 'a0' })
  insertRow(doc, stages, 's2', { name: 'Live with it', phase: 'after', order: 'a1' })
  insertRow(doc, cards, 'c1', {
    text: 'How long does it last?',
    place: { stageId: 's1', lane: 'question', order: 'a0' },
  })
  insertRow(doc, needs, 'n1', { short: 'Arrives complete', statement: '', status: 'active', order: 'a0' })
  return doc
}

const read = (kind: ListKind, text: string, doc = board(), settings: ListSettings = {}) =>
  readBoardList(kind, pastedSheet(text), settings, worldOf(doc))

function bring(kind: ListKind, text: string, doc = board(), settings: ListSettings = {}) {
  const reading = read(kind, text, doc, settings)
  if (!reading.list) throw new Error(JSON.stringify(reading.problems))
  runEdit(doc, bringInList, reading.list, context)
  return { doc, reading }
}

const said = ({ problems }: ReturnType<typeof read>) =>
  problems.map(({ row, column, level, message }) => `${row ?? '-'} ${level} ${column ?? '-'}: ${message}`)

describe('needs', () => {
  test('[EX-4b] come in as proposals of ours, by plain headings', () => {
    const { doc, reading } = bring(
      'needs',
      'Need | Description | Type\nSets up in a day | One day, one person | the buying',
    )
    expect(reading.rows).toMatchObject([{ row: 2, does: 'create', title: 'Sets up in a day' }])
    const made = readRows(doc, needs).find(({ short }) => short === 'Sets up in a day')
    expect(made).toMatchObject({
      statement: 'One day, one person',
      kind: 'buying_process',
      status: 'proposed',
      source: 'team',
      mentionedBy: [],
    })
  })

  test('[EX-4b] one that is here is left alone, filled in where it is empty, and never overwritten unasked', () => {
    const doc = board()
    const filled = bring('needs', 'need | statement\nARRIVES  complete | Nothing is missing', doc).reading
    expect(filled.rows).toMatchObject([{ does: 'update', differences: [{ from: '', isTaken: true }] }])
    expect(readRow(doc, needs, 'n1')).toMatchObject({
      short: 'Arrives complete',
      statement: 'Nothing is missing',
    })
    const text = 'need | statement\nArrives complete | All parts in one box'
    const asked = read('needs', text, doc)
    expect(asked.rows[0]?.differences).toEqual([
      {
        field: 'statement',
        header: 'statement',
        from: 'Nothing is missing',
        to: 'All parts in one box',
        isTaken: false,
      },
    ])
    expect(asked.list).toBeNull()
    bring('needs', text, doc, { taken: new Set(['2 statement']) })
    expect(readRow(doc, needs, 'n1')?.statement).toBe('All parts in one box')
  })

  test('[EX-4b] everything wrong is told by row, and nothing comes in while a fault stands', () => {
    const reading = read(
      'needs',
      `need | kind\n${'x'.repeat(61)} | product\nFast | color\n | product\nOnce | product\nonce | service\n\u0007bell | \n${'y'.repeat(20_001)} | `,
    )
    expect(said(reading)).toEqual([
      '2 fault need: is longer than 60 characters: it has 61',
      '3 fault kind: “color” is none of these: product, buying process, service after sale',
      '4 fault need: is empty: say what it is',
      '6 fault kind: “once” is in row 5 already, with other words here: join the two',
      '7 fault need: holds characters that cannot be read',
      '8 fault need: is longer than 20000 characters',
    ])
    expect(reading.list).toBeNull()
  })

  test('[EX-4b] what customers said is left out, and said so', () => {
    const { doc, reading } = bring('needs', 'need | customers | raised by\nLasts for years | 7 | Heron')
    expect(said(reading)).toEqual([
      expect.stringMatching(/^- notice -: “customers”, “raised by”: what customers said/),
    ])
    expect(readRows(doc, needs).find(({ short }) => short === 'Lasts for years')?.mentionedBy).toEqual([])
  })

  test('a list without headings is a need a line; totals and computed rows stay out', () => {
    expect(read('needs', 'Lasts for years\nEasy to clean\nTotal').rows.map(({ title }) => title)).toEqual([
      'Lasts for years',
      'Easy to clean',
    ])
    const all = read('needs', 'Lasts for years\nTotal', board(), { noTotals: [2] })
    expect(all.rows).toHaveLength(2)
    const computed = readBoardList(
      'needs',
      { ...pastedSheet('need\nSpeed\n7'), computed: [3] },
      {},
      worldOf(board()),
    )
    expect(computed.rows.map(({ title }) => title)).toEqual(['Speed'])
    expect(computed.leftOut).toEqual([{ row: 3, text: '7' }])
  })

  test('[EX-2a] awkward texts come in unharmed, without the apostrophe that guarded them', () => {
    const texts = [
      '=1+1',
      '=HYPERLINK("http://127.0.0.1","x")',
      '+49 on the phone',
      '-2 degrees',
      '@SUM(A1:A9)',
      '"said", he said; "really"',
      '👩‍👩‍👧‍👦 🇩🇪',
      'שלום עולם, 42%',
      'مرحبا بالعالم',
      'a/b\\c:d*e?f<g>h|i',
      '<script>alert(1)</script> &amp; ]]>',
      '__proto__',
      'toString',
      '007',
      'true',
    ]
    const rows = [['need'], ...texts.map((text) => [guard(text)])]
    const doc = board()
    const reading = readBoardList(
      'needs',
      { rows, faults: [], computed: [], formulas: [] },
      { headerRow: 1 },
      worldOf(doc),
    )
    expect(reading.problems.filter(({ level }) => level === 'fault')).toEqual([])
    if (reading.list) runEdit(doc, bringInList, reading.list, context)
    const held = new Set(readRows(doc, needs).map((need) => need.short))
    expect(texts.filter((text) => !held.has(text))).toEqual([])
    expect(texts).toContain('שלום עולם, 42%')
  })
})

describe('cards', () => {
  const list = [
    'stage | lane | card | settles | status | link | owner',
    'Look around | Answers | Runs ten years | How long does it last? | live, convinces half | https://example.org | Ada Park',
    'Compare | question | Who repairs it? | | | | Logistics',
    'Compare | answer | We do, in a day | who repairs it? | | | ',
  ].join('\n')

  test('[EX-4b] come in as guesses of ours, settle what they name, and bring their stage along', () => {
    const { doc, reading } = bring('cards', list)
    expect(reading.stages).toEqual([{ key: 'compare', name: 'Compare', chosen: 'new' }])
    const all = readRows(doc, cards)
    const named = (text: string) => all.find((card) => card.text === text)
    expect(named('Runs ten years')).toMatchObject({
      place: { stageId: 's1', lane: 'answer' },
      settles: ['c1'],
      status: 'live_weak',
      link: 'https://example.org',
      ownerSeatId: 'ada',
      ownerFunction: 'Sales',
      raisedBy: [],
      quoteIds: [],
    })
    const asked = named('Who repairs it?')
    expect(asked).toMatchObject({ foreseenByTeam: true, raisedBy: [], ownerFunction: 'Logistics' })
    expect(named('We do, in a day')?.settles).toEqual([asked?.id])
    const order = readRows(doc, stages)
      .sort(byOrder)
      .map(({ name }) => name)
    expect(order).toEqual(['Look around', 'Live with it', 'Compare'])
    expect(said(reading)).toEqual([
      '3 notice owner: nobody called “Logistics” has a seat here: the name is kept as it is written',
    ])
  })

  test('[EX-4b] an unknown stage can be one of those here; without a stage it must be chosen', () => {
    const { doc } = bring('cards', list, board(), { stages: { compare: 's2' } })
    expect(readRows(doc, stages)).toHaveLength(2)
    const none = read('cards', 'card | lane\nWho repairs it? | question')
    expect(said(none)).toEqual(['2 fault -: names no stage: choose above where such cards go'])
    expect(none.stages).toEqual([{ key: '', name: '', chosen: '' }])
    expect(read('cards', 'card\nWho repairs it?', board(), { stages: { '': 's1' } }).list).not.toBeNull()
  })

  test('[EX-4b] an address that would run as a program is refused', () => {
    expect(said(read('cards', 'stage | card | link\nLook around | x | java\u200bscript:alert(1)'))).toEqual([
      expect.stringMatching(/^2 fault link: .*run as a program/),
    ])
  })

  test('what it settles must be there, and be something that can be settled', () => {
    const rows = [
      'stage | lane | card | settles',
      'Look around | answer | a | Is it blue?',
      'Look around | tool | b | How long does it last?',
      'Look around | question | c | How long does it last?',
      'Look around | nowhere | d | ',
    ].join('\n')
    expect(said(read('cards', rows))).toEqual([
      '2 fault settles: “Is it blue?” is no question or doubt here or in the list',
      '3 fault settles: “How long does it last?” is no answer here or in the list',
      '4 notice settles: is left out: in “What they ask” nothing settles anything',
      expect.stringMatching(/^5 fault lane: “nowhere” is none of these: What draws them on/),
    ])
  })

  test('one that is here is left alone', () => {
    const reading = read('cards', 'stage | lane | card\nlook AROUND | Questions | how long  does it last?')
    expect(reading.rows).toMatchObject([{ does: 'same' }])
    expect(reading.list).toBeNull()
    expect(reading.problems).toEqual([])
  })
})

describe('stages, competitors, actions', () => {
  test('[EX-4b] stages come before the first one of a later phase', () => {
    const { doc } = bring(
      'stages',
      'stage | phase | owner | weeks | who takes part\nDecide | late | sales | 2,5 weeks | owner; chef',
    )
    expect(readRows(doc, stages).sort(byOrder)).toMatchObject([
      { name: 'Look around' },
      {
        name: 'Decide',
        phase: 'late',
        ownerFunction: 'Sales',
        typicalWeeks: 2.5,
        buyerRoles: ['owner', 'chef'],
      },
      { name: 'Live with it' },
    ])
  })

  test('[EX-4b] at most five others stand beside us', () => {
    const five = ['name | kind', 'A | ', 'B | ', 'C | ', 'D | ', 'Nothing | doing nothing'].join('\n')
    const { doc } = bring('competitors', five)
    expect(
      readRows(doc, options)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['competitor', 'competitor', 'competitor', 'competitor', 'status_quo'])
    expect(said(read('competitors', 'name\nE', doc))).toEqual([
      expect.stringMatching(/at most 5 others.*would be 6/),
    ])
  })

  test('[EX-4b] actions come in with their days as people write them; what can be two days is asked', () => {
    const { doc } = bring(
      'actions',
      'action | type | who | due | impact | status\nPhone the first ten | new | Ada Park | end of April | high | started\nPrint it | fix | Bo Long | 2026-05-01 | small | ',
    )
    expect(readRows(doc, actions).sort(byOrder)).toMatchObject([
      {
        title: 'Phone the first ten',
        kind: 'create',
        ownerSeatId: 'ada',
        functionName: 'Sales',
        due: '2026-04-30',
        promisedOn: TODAY,
        impact: 'L',
        status: 'in_progress',
      },
      { ownerName: 'Bo Long', ownerSeatId: null, due: '2026-05-01', impact: 'S', status: 'open' },
    ])
    const text = 'action | due\nPhone | 3/4/2026\nWrite | 5/6/2026'
    const asked = read('actions', text)
    expect(asked.dateOrder).toEqual({ form: null })
    expect(said(asked)[0]).toMatch(/^2 fault due: “3\/4\/2026” could be two days/)
    expect(bring('actions', text, board(), { dateOrder: 'mdy' }).doc).toBeDefined()
    expect(said(read('actions', 'action | due\nPhone | soonish'))[0]).toMatch(/is not understood as a day/)
  })

  test('[P6] a date that a list moves leaves what was promised before', () => {
    const { doc } = bring('actions', 'action | due\nPhone | 2026-05-01')
    bring('actions', 'action | due\nPhone | 2026-06-01', doc, { taken: new Set(['2 due']) })
    expect(readRows(doc, actions)).toMatchObject([{ due: '2026-06-01', promisedOn: TODAY }])
    expect([...doc.getMap('actionChanges').keys()]).toHaveLength(1)
  })
})

describe('limits', () => {
  const many = (count: number, length: number) =>
    ['action', ...Array.from({ length: count }, (_, i) => `${i} ${'ü'.repeat(length)}`)].join('\n')

  /** How much it takes as one step, with ids as long as real ones. */
  function taken(list: BoardList | null, doc = board()): number {
    let bytes = 0
    let ids = 0
    doc.on('update', (update: Uint8Array) => {
      bytes += update.length
    })
    const long = { ...context, newId: () => `${ids++}`.padStart(22, 'x') }
    if (list) runEdit(doc, bringInList, list, long)
    return bytes
  }

  test('5,000 rows come in at once; more are told', () => {
    const doc = board()
    const { list } = read('actions', many(5_000, 10), doc)
    expect(taken(list, doc)).toBeGreaterThan(0)
    expect(readRows(doc, actions)).toHaveLength(5_000)
    expect(said(read('actions', many(5_001, 10)))).toEqual([expect.stringMatching(/5001 rows; at most 5000/)])
  })

  test('[EX-4b] what the server would not take in one step is told before', () => {
    const fault = said(read('actions', many(3_000, 150)))
    expect(fault).toEqual([expect.stringMatching(/too much for one go: take in about \d+ rows/)])
    const fitting = Number(/about (\d+) rows/.exec(fault[0] ?? '')?.[1])
    expect(read('actions', many(fitting, 150)).list).not.toBeNull()
  })

  test.each<[ListKind, string]>([
    ['actions', 'Phone the first ten buyers\tfix\tAda Park\tend of April\tS\tL\tCalls\t0\t10\topen'],
    ['actions', 'Ü'],
    ['cards', 'Look around\tanswer\tRuns ten years\tHow long does it last?\tdraft\tAda Park\tclaim'],
    ['cards', 'Look around\tquestion\t日本語\t\t\t\t'],
    ['needs', 'Arrives complete\tNothing is missing when it comes\tproduct'],
  ])('a step of %s is reckoned on the safe side', (kind, row) => {
    const heads = {
      actions: 'action\ttype\twho\tdue\teffort\timpact\tmeasure\tstart\ttarget\tstatus',
      cards: 'stage\tlane\tcard\tsettles\tstatus\towner\tproof',
      needs: 'need\tstatement\tkind',
      stages: '',
      competitors: '',
    }
    const main = kind === 'cards' ? 2 : 0
    const rows = Array.from({ length: 100 }, (_, i) =>
      row
        .split('\t')
        .map((cell, at) => (at === main ? `${cell} ${i}` : cell))
        .join('\t'),
    )
    const { list, problems } = read(kind, [heads[kind], ...rows].join('\n'))
    if (!list) throw new Error(JSON.stringify(problems.slice(0, 3)))
    expect(list.entries).toHaveLength(100)
    expect(taken(list)).toBeLessThan(stepBytes(list))
  })
})

test('one step of undo takes a whole list back', () => {
  const doc = board()
  const undo = new Y.UndoManager(doc, { trackedOrigins: new Set(['own']), captureTimeout: 0 })
  const all = () => JSON.stringify([readRows(doc, cards), readRows(doc, stages)])
  const before = all()
  const { list } = read('cards', 'stage | card\nNew one | What is it?\nNew one | Why?', doc)
  if (list) runEdit(doc, bringInList, list, context, 'own')
  expect(undo.undoStack).toHaveLength(1)
  undo.undo()
  expect(all()).toBe(before)
})

test('cells come off the clipboard as the spreadsheet had them', () => {
  expect(readPastedCells('a\tb\r\n"two\nlines"\t5" pipe\n"Yes," she said\t"a ""b"""\n\t\n')).toEqual([
    ['a', 'b'],
    ['two\nlines', '5" pipe'],
    ['"Yes," she said', 'a "b"'],
    ['', ''],
  ])
  expect(readPastedCells('x\t')).toEqual([['x', '']])
  const isHeading = (cells: readonly string[]) => cells.includes('need')
  expect(readPasted('need,kind\nFast,product\n', isHeading)).toEqual([
    ['need', 'kind'],
    ['Fast', 'product'],
  ])
  expect(readPasted('Fast, and complete\nCheap, and good\n', isHeading)).toEqual([
    ['Fast, and complete'],
    ['Cheap, and good'],
  ])
})

test('a need that was added the usual way is like one of a list', () => {
  const doc = board()
  runEdit(doc, addNeed, { short: 'By hand' }, context)
  expect(read('needs', 'need\nby hand', doc).rows).toMatchObject([{ does: 'same' }])
})
