/**
 * [RO-2a] Every call and every document, times every role, nobody, and a seat of another workshop: who may and who may
 * not, over the real wire. A call of the contract that is missing here fails; so does a refused call that changed anything.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNeed } from '#shared/board/scene-edits.ts'
import { type DocumentKind, documentKinds, documentName } from '#shared/document/names.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { type CallName, calls } from '#shared/protocol/calls.ts'
import type { ProblemCode } from '#shared/protocol/problems.ts'
import { closeCodes } from '#shared/protocol/wire.ts'
import { type Role, roles } from '#shared/record/schema.ts'
import { openSocket, socketOf } from '#test/support/raw-socket.ts'
import {
  editBoard,
  type Person,
  type Request,
  startTestServer,
  type TestServer,
  tokenOf,
} from '#test/support/server.ts'
import { until } from '#test/support/until.ts'

type Who = Role | 'nobody' | 'stranger'
const everyone: readonly Who[] = [...roles, 'nobody', 'stranger']

/** Who may make a call; how all others are refused, unless they have no seat. */
const matrix: Record<CallName, { readonly may: readonly Who[]; readonly others: ProblemCode }> = {
  createWorkshop: { may: everyone, others: 'not-allowed' },
  importWorkshop: { may: everyone, others: 'not-allowed' },
  checkCode: { may: everyone, others: 'not-allowed' },
  join: { may: everyone, others: 'not-allowed' },
  readWorkshop: { may: roles, others: 'not-allowed' },
  changeSeat: { may: roles, others: 'not-allowed' },
  removeSeat: { may: ['facilitator'], others: 'not-allowed' },
  renewLink: { may: ['facilitator'], others: 'not-allowed' },
  setAgenda: { may: ['facilitator'], others: 'not-allowed' },
  openRound: { may: ['facilitator'], others: 'not-allowed' },
  roundProgress: { may: ['facilitator'], others: 'not-allowed' },
  putBallot: { may: ['member'], others: 'no-ballot-for-you' },
  readBallot: { may: ['member'], others: 'no-ballot-for-you' },
  closeRound: { may: ['facilitator'], others: 'not-allowed' },
  revealRound: { may: ['facilitator'], others: 'not-allowed' },
  discardRound: { may: ['facilitator'], others: 'not-allowed' },
  analysis: { may: roles, others: 'not-allowed' },
  exportJson: { may: roles, others: 'not-allowed' },
}

interface World {
  readonly people: Record<Who, Person>
  readonly workshopId: string
  readonly joinCode: string
  readonly needs: readonly string[]
  readonly roundId: string
  /** A seat that may be removed. */
  readonly otherSeatId: string
}

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

async function makeWorld(from?: object): Promise<World> {
  const fay = server.newPerson()
  const { workshopId, joinCode, links } = await fay.open(from ? { from: from as never } : {})
  const people = { facilitator: fay, nobody: server.newPerson() } as Record<Who, Person>
  for (const role of ['member', 'sponsor', 'researcher', 'viewer'] as const) {
    people[role] = server.newPerson()
    await people[role].join({
      token: tokenOf(role === 'viewer' ? links.watch : links.participate),
      name: role,
    })
    if (role === 'sponsor' || role === 'researcher')
      await fay.ask('changeSeat', { params: { seatId: people[role].seatId }, body: { role } })
  }
  const other = server.newPerson()
  await other.join({ code: joinCode, name: 'Other' })
  people.stranger = server.newPerson()
  await people.stranger.open()
  for (const who of ['nobody', 'stranger'] as const) people[who].workshopId = workshopId
  const needs: string[] = []
  for (const short of ['One', 'Two']) needs.push(await editBoard(server, workshopId, addNeed, { short }))
  const { roundId } = await fay.ask('openRound', {
    body: { kind: 'weights', subjects: needs, anonymity: 'anonymous' },
  })
  return { people, workshopId, joinCode, needs, roundId, otherSeatId: other.seatId }
}

/** A request that is right in everything but, perhaps, in who sends it. */
function request(name: CallName, who: Who, world: World): Request {
  const { needs, roundId, otherSeatId, joinCode, people } = world
  const round = { roundId }
  const ballot = {
    points: { [needs[0] ?? '']: 100 },
    unsure: [],
    confidence: null,
    abstained: false,
    reason: '',
  }
  const ownSeat = { seatId: people[who].seatId || otherSeatId }
  const requests: Record<CallName, Request> = {
    createWorkshop: { body: { title: 'T', facilitator: { name: 'F' } } },
    importWorkshop: { body: demoWorkshop },
    checkCode: { body: { code: joinCode } },
    join: { body: { code: joinCode, name: 'New' } },
    readWorkshop: {},
    changeSeat: { params: ownSeat, body: { name: `Own ${who}` } },
    removeSeat: { params: { seatId: otherSeatId } },
    renewLink: { params: { kind: 'participate' }, body: {} },
    setAgenda: { body: { activity: 'weigh' } },
    openRound: { body: { kind: 'marks', subjects: needs, columns: [], anonymity: 'anonymous' } },
    roundProgress: { params: round },
    putBallot: { params: round, body: { ...ballot, sealed: true } },
    readBallot: { params: round },
    closeRound: { params: round, body: {} },
    revealRound: { params: round, body: {} },
    discardRound: { params: round, body: {} },
    analysis: {},
    exportJson: {},
  }
  return requests[name]
}

const tables = [
  'workshops',
  'seats',
  'seat_tokens',
  'links',
  'docs',
  'doc_updates',
  'rounds',
  'ballots',
  'replies',
] as const

/** Everything that is stored, as one text. */
async function stored(): Promise<string> {
  const { db } = server.running.service.storage
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
  return JSON.stringify(rows)
}

describe('calls', () => {
  /** Where nothing is ever allowed to happen. */
  let untouched: World
  beforeAll(async () => {
    untouched = await makeWorld()
  })

  test('the matrix has every call of the contract', () => {
    expect(Object.keys(matrix).sort()).toEqual(Object.keys(calls).sort())
  })

  describe.each(Object.keys(calls) as CallName[])('%s', (name) => {
    const { may, others } = matrix[name]
    const refused = everyone.filter((who) => !may.includes(who))

    if (refused.length > 0)
      test(`[S2] is refused to ${refused.join(', ')}, and changes nothing`, async () => {
        const before = await stored()
        for (const who of refused) {
          const problem = await untouched.people[who].refusal(name, request(name, who, untouched))
          expect([who, problem.code]).toEqual([
            who,
            who === 'nobody' || who === 'stranger' ? 'no-seat' : others,
          ])
        }
        expect(await stored()).toBe(before)
      })

    test(`answers ${may.join(', ')}`, async () => {
      const world = await makeWorld()
      for (const who of may) {
        const { status, json } = await world.people[who].call(name, request(name, who, world))
        // A marks round needs options, so the right facilitator is told what is wrong with the request instead.
        if (name === 'openRound') expect(json).toMatchObject({ faults: [{ path: '/columns' }] })
        else expect([who, status]).toEqual([who, calls[name].status])
      }
    })
  })

  test('[S2] nobody changes another seat, and nobody but the facilitator gives roles', async () => {
    const world = await makeWorld()
    const before = await stored()
    for (const who of ['member', 'sponsor', 'researcher', 'viewer'] as const) {
      const other = { params: { seatId: world.otherSeatId }, body: { name: 'Taken over' } }
      const own = { params: { seatId: world.people[who].seatId }, body: { role: 'facilitator' } }
      for (const wanted of [other, own])
        expect((await world.people[who].refusal('changeSeat', wanted)).code).toBe('not-allowed')
    }
    expect(await stored()).toBe(before)
  })

  test('[S2] ids of another workshop lead nowhere: not its seats, not its rounds', async () => {
    const world = await makeWorld()
    const { stranger } = world.people
    const own = stranger.cookie.match(/gp_seat_([^=]+)/)?.[1] ?? ''
    const before = await stored()
    const params = { workshopId: own, roundId: world.roundId, seatId: world.otherSeatId }
    for (const name of ['closeRound', 'revealRound', 'discardRound', 'roundProgress'] as const)
      expect(
        (await stranger.refusal(name, { params, body: name === 'roundProgress' ? undefined : {} })).code,
      ).toBe('no-such-round')
    expect((await stranger.refusal('removeSeat', { params })).code).toBe('not-found')
    expect((await stranger.refusal('changeSeat', { params, body: { name: 'X' } })).code).toBe('not-found')
    expect(await stored()).toBe(before)
  })
})

type Access = 'write' | 'read' | number

const sealedDocuments: Record<DocumentKind, Record<Who, Access>> = {
  board: {
    facilitator: 'write',
    member: 'write',
    researcher: 'write',
    sponsor: 'read',
    viewer: 'read',
    nobody: closeCodes.noSeat,
    stranger: closeCodes.noSeat,
  },
  record: {
    facilitator: 'read',
    member: 'read',
    researcher: 'read',
    sponsor: 'read',
    viewer: 'read',
    nobody: closeCodes.noSeat,
    stranger: closeCodes.noSeat,
  },
  interviews: {
    facilitator: closeCodes.notAllowed,
    member: closeCodes.notAllowed,
    researcher: 'write',
    sponsor: closeCodes.notAllowed,
    viewer: closeCodes.notAllowed,
    nobody: closeCodes.noSeat,
    stranger: closeCodes.noSeat,
  },
}
const openDocuments: typeof sealedDocuments = {
  ...sealedDocuments,
  interviews: { ...sealedDocuments.record, researcher: 'write' },
}

function forgedUpdate(id: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('needs').set(id, new Y.Map([['short', 'forged']]))
  return Y.encodeStateAsUpdate(doc)
}

const headOf = async (name: string) => (await server.running.service.storage.log.heads([name])).get(name)

const sealedDemo = () => {
  const file = structuredClone(demoWorkshop) as { workshop: { record: { envelope: object } } }
  file.workshop.record.envelope = {}
  return file
}

describe.each([
  ['while the envelope is sealed', sealedDocuments, sealedDemo],
  ['once it is open', openDocuments, () => demoWorkshop as object],
] as const)('documents over a raw socket, %s', (_when, expected, file) => {
  let world: World
  beforeAll(async () => {
    const envelopeFile = file()
    world = await makeWorld(envelopeFile)
  })

  describe.each([...documentKinds])('%s', (kind) => {
    test.each([...everyone])('[S2] for %s', async (who) => {
      const access = expected[kind][who]
      const name = documentName(world.workshopId, kind)
      const before = await headOf(name)
      const socket = await socketOf(server.url, world.people[who], kind)
      try {
        if (typeof access === 'number') {
          expect(await socket.closed()).toBe(access)
          expect(socket.frames).toEqual([])
          return
        }
        await socket.askState()
        expect(socket.doc.share.size).toBeGreaterThan(0)
        socket.sendUpdate(forgedUpdate(`forged-by-${who}`))
        await socket.askState()
        if (access === 'write') await until(async () => (await headOf(name)) === (before ?? 0) + 1)
        else {
          expect(socket.doc.getMap('needs').has(`forged-by-${who}`)).toBe(false)
          expect(await headOf(name)).toBe(before)
        }
      } finally {
        await socket.close()
      }
    })
  })
})

describe('sockets', () => {
  test('[S3] a changed role closes the sockets with "come back", a removed seat for good', async () => {
    const { people } = await makeWorld()
    const { facilitator, member } = people
    const seat = { params: { seatId: member.seatId } }
    const first = await socketOf(server.url, member, 'board')
    await first.askState()
    await facilitator.ask('changeSeat', { ...seat, body: { role: 'viewer' } })
    expect(await first.closed()).toBe(closeCodes.accessChanged)
    const second = await socketOf(server.url, member, 'record')
    await second.askState()
    await facilitator.ask('removeSeat', seat)
    expect(await second.closed()).toBe(closeCodes.noSeat)
    expect(await (await socketOf(server.url, member, 'record')).closed()).toBe(closeCodes.noSeat)
  })

  test('pages of other sites, unknown workshops and unknown documents get no socket', async () => {
    const { people, workshopId } = await makeWorld()
    const { cookie } = people.facilitator
    const { url } = server
    const refused = (options: object) => openSocket({ url, workshopId, kind: 'board', cookie, ...options })
    expect(await (await refused({ origin: 'https://evil.example' })).closed()).toBe(closeCodes.notAllowed)
    expect(await (await refused({ workshopId: 'nowhere' })).closed()).toBe(closeCodes.noSuchWorkshop)
    const unknown = await refused({ kind: 'ballots' })
    expect(unknown.closeCode).toBe(1006)
    const own = await refused({ origin: url })
    expect(own.isOpen).toBe(true)
    await own.close()
  })
})
