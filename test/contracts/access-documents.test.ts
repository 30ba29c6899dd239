/**
 * [RO-2a] Every document times every role, nobody, and a seat of another workshop, over a raw socket: who gets which
 * bytes, whose update is written, and with which code everybody else is sent away.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type DocumentKind, documentKinds, documentName } from '#shared/document/names.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { closeCodes } from '#shared/protocol/wire.ts'
import { openSocket, socketOf } from '#test/support/raw-socket.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'
import { until } from '#test/support/until.ts'
import { everyone, makeWorld, type Who, type World } from '#test/support/world.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

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
    world = await makeWorld(server, envelopeFile)
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
    const { people } = await makeWorld(server)
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
    const { people, workshopId } = await makeWorld(server)
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
