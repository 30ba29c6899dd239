import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, moveCard } from '#shared/board/roadmap-edits.ts'
import { cards, needs, promiseReactions } from '#shared/board/schema.ts'
import { insertRaw, readRows, updateRow } from '#shared/document/collection.ts'
import { runEdit } from '#shared/document/edit.ts'
import type { Json, JsonObject } from '#shared/document/fields.ts'
import { type FilePart, type HistoryEntry, rowsOf, type WorkshopFile } from '#shared/exchange/file.ts'
import { parseWorkshopFile } from '#shared/exchange/parse.ts'
import { rounds } from '#shared/record/schema.ts'
import { demoFile, exported, imported, parsed } from '#test/support/demo-file.ts'
import { largeWorkshop } from '#test/support/large-workshop.ts'
import { law } from '#test/support/law.ts'
import { idsFrom } from '#test/support/random.ts'

/** As it leaves by HTTP and comes back. */
const sent = (file: WorkshopFile): WorkshopFile => parsed(JSON.parse(JSON.stringify(file)))

/** Every id by the one it had in the file, so that two exports can be compared whole. */
function withOldIds(value: Json, idMap: ReadonlyMap<string, string>): Json {
  const old = new Map([...idMap].map(([from, to]) => [to, from]))
  const rename = (one: Json): Json => {
    if (typeof one === 'string') return old.get(one) ?? one
    if (Array.isArray(one)) return one.map(rename)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [old.get(key) ?? key, rename(inner)]))
  }
  return rename(value)
}

const asJson = (file: WorkshopFile) => JSON.parse(JSON.stringify(file)) as Json

function expectSameAfterImport(first: WorkshopFile, seed: number) {
  const again = imported(sent(first), seed)
  expect(withOldIds(asJson(exported(again)), again.idMap)).toEqual(asJson(first))
}

describe('export, import, export', () => {
  test('[P5] the demo comes back equal but for ids', () => {
    expectSameAfterImport(exported(imported(demoFile())), 2)
  })

  test('[EX-4a] so do an empty workshop, and one of 3,000 cards and 500 interviews', () => {
    const empty = { format: 'guessproof.workshop', version: 1, workshop: { board: {}, record: {} } }
    for (const file of [empty, largeWorkshop()]) {
      const first = exported(imported(parsed(file)))
      const again = imported(sent(first), 2)
      // As text: to compare trees of a hundred thousand values takes longer than to make them.
      const back = JSON.stringify(withOldIds(asJson(exported(again)), again.idMap))
      expect(back === JSON.stringify(first)).toBe(true)
    }
  })

  test('[R066] a file of before, with reactions as lists in the drafts, brings each of them', () => {
    const demo = demoFile()
    const { promiseReactions: said, ...board } = demo.workshop.board
    const drafts = rowsOf(demo.workshop.board, 'promiseDrafts').map((draft) => ({
      ...draft,
      reactions: rowsOf({ said: said ?? [] }, 'said')
        .filter(({ draftId }) => draftId === draft.id)
        .map(({ interviewId, text }) => ({ interviewId, text })) as Json[],
    }))
    const file = { ...demo, workshop: { ...demo.workshop, board: { ...board, promiseDrafts: drafts } } }
    const textsOf = (from: WorkshopFile) =>
      readRows(imported(from).docs.board, promiseReactions).map(({ draftId, interviewId, text }) => [
        draftId.length > 0 && interviewId.length > 0,
        text,
      ])
    expect(textsOf(sent(file as unknown as WorkshopFile)).sort()).toEqual(textsOf(demo).sort())
  })

  test('[P5] nothing the demo holds is lost on import but the ballots', () => {
    const demo = demoFile()
    const first = imported(demo)
    const out = withOldIds(asJson(exported(first)), first.idMap) as unknown as WorkshopFile
    const { workshop } = out
    for (const kind of ['board', 'record', 'interviews'] as const) {
      for (const [name, before] of Object.entries(demo.workshop[kind] ?? {})) {
        const after = (workshop[kind] as FilePart)[name]
        if (!Array.isArray(before)) expect(after).toMatchObject(before)
        else
          for (const row of before as JsonObject[]) {
            const { ballots, ...rest } = row
            expect(rowsOf(workshop[kind], name).find(({ id }) => id === row.id)).toMatchObject(rest)
          }
      }
    }
    expect(workshop.history).toEqual(demo.workshop.history)
    expect((out as unknown as JsonObject).notice).toContain('FICTIONAL')
  })

  test('[P2] records with equal order keys keep their order under fresh ids', () => {
    const rows = ['c', 'a', 'b'].map((id) => ({ id, short: id, status: 'active', order: 'a0' }))
    const file = parsed({
      format: 'guessproof.workshop',
      version: 1,
      workshop: { board: { needs: rows }, record: {} },
    })
    for (let seed = 0; seed < 20; seed++) {
      const { docs } = imported(file, seed)
      const names = readRows(docs.board, needs)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ short }) => short)
      expect(names).toEqual(['a', 'b', 'c'])
    }
  })

  test('keys this version does not know survive on every level', () => {
    const file = parsed({
      format: 'guessproof.workshop',
      version: 1,
      exportedAt: '',
      appVersion: '',
      colour: 'ink',
      workshop: {
        mood: { deep: [1, null, 'x'] },
        board: {
          scene: { title: 'T', slogan: 'S' },
          needs: [{ id: 'n', short: 'N', weightClass: { needId: 'n' } }],
          cards: [{ id: 'c', text: 'C', place: { stageId: 's', lane: 'answer', order: 'a0', tilt: 3 } }],
          sketches: [{ id: 'k', needIds: ['n', 'gone'] }],
        },
        record: { agenda: { speed: 2 }, seats: [{ id: 'p', name: 'P', shoe: 44 }], polls: {} },
        interviews: { interviews: [{ id: 'i', customer: { role: 'R', hat: true } }], recordings: [1] },
        history: [
          {
            at: 5,
            document: 'board',
            collection: 'needs',
            recordId: 'n',
            field: 'short',
            from: 'A',
            to: 'N',
            seatId: null,
            reason: '',
            ip: 'none',
          },
        ],
      },
    })
    const first = imported(file)
    const needId = first.idMap.get('n')
    const out = asJson(exported(first)) as JsonObject
    expect(out).toMatchObject({
      colour: 'ink',
      workshop: {
        mood: { deep: [1, null, 'x'] },
        board: {
          scene: { slogan: 'S' },
          needs: [{ short: 'N', weightClass: { needId } }],
          cards: [{ place: { stageId: 's', lane: 'answer', order: 'a0', tilt: 3 } }],
          sketches: [{ id: 'k', needIds: [needId, 'gone'] }],
        },
        record: { agenda: { speed: 2 }, seats: [{ shoe: 44 }], polls: {} },
        interviews: { interviews: [{ customer: { role: 'R', hat: true } }], recordings: [1] },
        history: [{ recordId: needId, ip: 'none' }],
      },
    })
    expectSameAfterImport(exported(first), 9)
  })

  const json = fc
    .jsonValue({ maxDepth: 2 })
    .filter((value) => !JSON.stringify(value).includes('__proto__')) as fc.Arbitrary<Json>
  const word = fc.string({ maxLength: 20, unit: 'grapheme' })
  const extraKeys = fc.dictionary(fc.stringMatching(/^x[a-z]{1,6}$/), json, { maxKeys: 2 })
  const rowOf = (values: fc.Arbitrary<JsonObject>) =>
    fc.tuple(values, extraKeys).map(([own, more]) => ({ ...more, ...own }))
  const someIds = fc.subarray(['n0', 'n1', 'i0', 'i1', 's0', 'c0', 'c1', 'not here'])
  const rows = (prefix: string, values: fc.Arbitrary<JsonObject>) =>
    fc
      .array(rowOf(values), { maxLength: 4 })
      .map((list) => list.map((row, index) => ({ ...row, id: `${prefix}${index}` })))
  const generated = fc.record({
    format: fc.constant('guessproof.workshop'),
    version: fc.constant(1),
    exportedAt: fc.constant(''),
    appVersion: fc.constant(''),
    sealed: fc.constant([]),
    workshop: fc.record({
      board: fc.record({
        scene: fc.record({
          title: word,
          dates: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.constant('2026-01-01')),
        }),
        needs: rows(
          'n',
          fc.record({
            short: word,
            order: word,
            mentionedBy: someIds,
            binned: fc.constantFrom(null, { at: 3, seatId: 'p0' }),
          }),
        ),
        stages: rows('s', fc.record({ name: word, order: word, loopsBackTo: someIds })),
        cards: rows(
          'c',
          fc.record({
            text: word,
            settles: someIds,
            raisedBy: someIds,
            place: fc.record({
              stageId: fc.constantFrom('s0', 's1', 'gone'),
              lane: fc.constantFrom('answer', 'tool'),
              order: word,
            }),
          }),
        ),
      }),
      record: fc.record({
        seats: rows(
          'p',
          fc.record({
            name: word,
            functionName: fc.constantFrom('A', 'B'),
            role: fc.constant('member'),
            seniority: fc.constantFrom(1, 5),
          }),
        ),
        rounds: rows(
          'r',
          fc.record({
            kind: fc.constantFrom('dots', 'weights'),
            number: fc.constant(1),
            status: fc.constantFrom('open', 'closed', 'discarded'),
            subjects: fc.constant([{ id: 'n0', title: 'x' }]),
          }),
        ),
        decisions: rows(
          'd',
          fc.record({
            text: word,
            subject: fc.constantFrom('n0', 'heavy'),
            evidence: fc.constant(['i0', '9 of 10']),
          }),
        ),
      }),
      interviews: fc.record({
        interviews: rows(
          'i',
          fc.record({
            pseudonym: word,
            weights: fc.constant({ status: 'given', points: { n0: 40, n1: 60 } }),
            marks: fc.constant([{ optionId: 'o0', basis: 'used', marks: { n0: 3, n1: null } }]),
          }),
        ),
        quotes: rows(
          'q',
          fc.record({ text: word, interviewId: fc.constantFrom('i0', 'i9'), needIds: someIds }),
        ),
      }),
      history: fc.array(
        fc.record({
          at: fc.nat(),
          document: fc.constant('board'),
          collection: fc.constant('cards'),
          recordId: fc.constant('c0'),
          field: fc.constant('settles'),
          from: fc.constant([]),
          to: someIds,
          seatId: fc.constantFrom(null, 'p0'),
          reason: word,
        }),
        { maxLength: 3 },
      ),
    }),
  })

  law(
    '[P5] any workshop comes back equal but for ids',
    [generated, fc.nat()],
    (file, seed) => {
      expectSameAfterImport(exported(imported(parsed(JSON.parse(JSON.stringify(file))), seed)), seed + 1)
    },
    { numRuns: 100 },
  )
})

describe('what an import must not do', () => {
  test('take names that every object has for collections or fields', () => {
    const names = ['constructor', 'toString', '__proto__', 'cards', 'scene', 'text']
    const entries = names.flatMap((collection) =>
      names.map((field) => ({
        at: 1,
        document: 'board',
        collection,
        recordId: 'r',
        field,
        from: 1,
        to: 'c1',
      })),
    )
    const demo = demoFile()
    const history = entries.map((entry) => ({ ...entry, seatId: null, reason: '' })) as HistoryEntry[]
    const { history: read } = imported(parsed({ ...demo, workshop: { ...demo.workshop, history } }))
    expect(read.map(({ collection, field }) => ({ collection, field }))).toEqual(
      entries.map(({ collection, field }) => ({ collection, field })),
    )
  })

  test('[S1] ballots and seniority are answered for the tables and never put into a document', () => {
    const { docs, ballots, seats } = imported(demoFile())
    const record = JSON.stringify(
      ['seats', 'rounds', 'decisions'].map((name) => docs.record.getMap(name).toJSON()),
    )
    expect(record).not.toContain('seniority')
    expect(record).not.toContain('ballots')
    expect(ballots).toHaveLength(83)
    expect(seats.map(({ seniority }) => seniority).filter((one) => one !== null)).toHaveLength(12)
    for (const round of readRows(docs.record, rounds)) {
      if (round.kind === 'weights') expect(JSON.stringify(round.result)).not.toMatch(/"seatId"/)
    }
  })

  test('ballots and results follow the fresh ids of seats, needs and options', () => {
    const { ballots, idMap, rounds: written } = imported(demoFile())
    const text = JSON.stringify([ballots, written])
    for (const id of ['n1', 'n6', 'c1', 'us', 'p01', 'f03']) expect(text).not.toContain(`"${id}"`)
    expect(text).toContain(`"${idMap.get('us')}"`)
    expect(written[0]?.about.subjects[0]).toEqual({ id: idMap.get('n1'), title: 'Alarms I can trust' })
  })
})

describe('what an export leaves out', () => {
  test('[S1] of a round that is not revealed neither result nor counts nor names leave, and the file says so', () => {
    const from = imported(demoFile())
    insertRaw(from.docs.record, rounds, 'r-open', {
      kind: 'weights',
      number: 3,
      status: 'open',
      subjects: [],
      sealedCount: 4,
      missing: ['p01'],
      result: { secret: 1 },
    })
    const out = exported(from)
    const round = rowsOf(out.workshop.record, 'rounds').find(({ id }) => id === 'r-open')
    expect(round).toEqual({ id: 'r-open', kind: 'weights', number: 3, status: 'open', subjects: [] })
    expect(out.sealed).toEqual(['rounds/weights/3'])
    expect(parseWorkshopFile(asJson(out)).ok).toBe(true)
  })

  test('[S2] while the interviews are sealed they are left out with their history, and the file says so', () => {
    const from = imported(demoFile())
    const out = exported(from, { interviews: null })
    expect(out.sealed).toEqual(['interviews'])
    expect(JSON.stringify(out)).not.toContain('My night man switches the sound off')
    expect(out.workshop.history.map(({ document }) => document)).not.toContain('interviews')
    expect('interviews' in out.workshop).toBe(false)
    const again = imported(sent(out), 3)
    expect(withOldIds(asJson(exported(again, { interviews: null })), again.idMap)).toEqual(asJson(out))
  })

  test('[S1] seniority leaves with a facilitator only', () => {
    const from = imported(demoFile())
    expect(JSON.stringify(exported(from).workshop.record)).toContain('"seniority":5')
    expect(JSON.stringify(exported(from, { seniority: null }))).not.toContain('seniority')
  })

  test('no ballot is ever in an export', () => {
    expect(JSON.stringify(exported(imported(demoFile())))).not.toContain('"ballots"')
  })

  test('[P3] junk that a peer put into a document does not keep the file from being read', () => {
    const from = imported(demoFile())
    const { board } = from.docs
    const context = { newId: idsFrom(5), now: () => 1, seatId: 'p' }
    const id = runEdit(board, addCard, { stageId: 's', lane: 'answer', text: 'x'.repeat(299) }, context)
    updateRow(board, cards, id, { text: 'y'.repeat(500) })
    insertRaw(board, cards, 'junk', { place: 7, text: 4, settles: 'all', later: 'kept' } as JsonObject)
    board.getMap('needs').set('bytes', new Uint8Array([1, 2]))
    board.getMap('scene').set('title', 12)
    board.getMap('scene').set('blob', new Uint8Array([1]))
    runEdit(board, moveCard, { id: 'junk', stageId: 's', lane: 'answer', index: 0 }, context)
    const entry = {
      at: 1,
      document: 'board',
      collection: 'cards',
      field: 'text',
      from: null,
      to: 'x',
    } as const
    const history = [{ ...entry, recordId: 'r'.repeat(90), seatId: null, reason: 'because '.repeat(90) }]
    const out = exported(from, { history })
    const again = parseWorkshopFile(asJson(out))
    expect(again).toMatchObject({ ok: true })
    const row = rowsOf(out.workshop.board, 'cards').find((card) => card.id === 'junk')
    expect(row).toMatchObject({ later: 'kept', settles: [] })
  })
  test('[P3] types nested deeper than anyone nests them do not keep the file from being written', () => {
    const from = imported(demoFile())
    let deepRows = 0
    for (const nest of [() => new Y.Map<unknown>(), () => new Y.Array<unknown>()]) {
      const row = new Y.Map<unknown>()
      from.docs.board.getMap('needs').set(`deep${deepRows++}`, row)
      from.docs.board.transact(() => {
        row.set('short', 'Deep')
        let inner = nest()
        row.set('nested', inner)
        for (let depth = 0; depth < 12_000; depth++) {
          const next = nest()
          if (inner instanceof Y.Map) inner.set('a', next)
          else inner.push([next])
          inner = next
        }
      })
    }
    const out = exported(from)
    expect(parseWorkshopFile(asJson(out))).toMatchObject({ ok: true })
    const deep = rowsOf(out.workshop.board, 'needs').filter(({ short }) => short === 'Deep')
    expect(deep.map((row) => 'nested' in row)).toEqual([false, false])
  })
})
