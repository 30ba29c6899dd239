/** The rooms over real sockets: official clients, rights, presence, acknowledgements, coming and going. */
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Admission } from '#server/sync/rooms-api.ts'
import { closeCodes } from '#shared/protocol/wire.ts'
import { MemoryDisk, MemoryLog } from '#test/support/memory-log.ts'
import { describeEachStorage } from '#test/support/storages.ts'
import { addDocument } from '#test/support/stored-documents.ts'
import { SyncClient, type SyncClientOptions } from '#test/support/sync-client.ts'
import {
  admitAsSaid,
  type SyncServer,
  type SyncServerOptions,
  seatHeaders,
  startSyncServer,
} from '#test/support/sync-server.ts'
import { until } from '#test/support/until.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean()
})

async function start(
  options: Partial<SyncServerOptions> = {},
): Promise<{ server: SyncServer; log: MemoryLog }> {
  const log = new MemoryLog(new MemoryDisk())
  for (const kind of ['board', 'record', 'interviews']) log.disk.create(`w/${kind}`)
  const server = await startSyncServer({ log, ...options })
  cleanups.push(() => server.stop())
  return { server, log }
}

function client(server: SyncServer, seatId: string, options: Partial<SyncClientOptions> = {}): SyncClient {
  const opened = new SyncClient({
    url: server.url,
    workshopId: 'w',
    headers: seatHeaders(seatId),
    ...options,
  })
  cleanups.push(() => opened.close())
  return opened
}

/** The provider of the npm package, as it is. */
function provider(
  url: string,
  workshopId: string,
  seatId: string,
  params: Record<string, string> = {},
): WebsocketProvider {
  class SeatSocket extends WebSocket {
    constructor(address: string) {
      super(address, { headers: seatHeaders(seatId) })
    }
  }
  const made = new WebsocketProvider(`${url}/sync/${workshopId}`, 'board', new Y.Doc(), {
    WebSocketPolyfill: SeatSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params,
  })
  cleanups.push(() => made.destroy())
  return made
}

const titles = (doc: Y.Doc) => [...doc.getMap('entries').keys()].sort()
const set = (doc: Y.Doc, key: string) => doc.getMap('entries').set(key, 1)
const seatsSeen = ({ awareness }: { awareness: WebsocketProvider['awareness'] }) =>
  [...awareness.getStates().values()].flatMap((state) => (state.seatId ? [String(state.seatId)] : [])).sort()

describeEachStorage('rooms on real storage', (storages) => {
  test('the npm y-websocket provider syncs both ways, and finds all after a restart of the server', async () => {
    const storage = await storages.open()
    const doc = await addDocument(storage, 'board')
    const workshopId = doc.split('/')[0] as string
    const first = await startSyncServer({ log: storage.log })
    const ada = provider(first.url, workshopId, 'ada')
    const ben = provider(first.url, workshopId, 'ben')
    set(ada.doc, 'a')
    set(ben.doc, 'b')
    await until(() => titles(ada.doc).length === 2 && titles(ben.doc).length === 2)
    ada.doc.getMap('entries').delete('b')
    await until(() => titles(ben.doc).length === 1)
    const cleo = new SyncClient({ url: first.url, workshopId, headers: seatHeaders('cleo') })
    await cleo.synced()
    set(cleo.doc, 'c')
    await cleo.saved()
    await first.stop()
    expect(await cleo.closed).toBe(closeCodes.restarting)

    const second = await startSyncServer({ log: storage.log })
    cleanups.push(() => second.stop())
    const dan = provider(second.url, workshopId, 'dan')
    await until(() => titles(dan.doc).join() === 'a,c')
  })

  test('what a command appends in its transaction reaches everyone in the room', async () => {
    const storage = await storages.open()
    const doc = await addDocument(storage, 'record')
    const server = await startSyncServer({ log: storage.log })
    cleanups.push(() => server.stop())
    const reader = client(server, 'viewer', { workshopId: doc.split('/')[0] as string, kind: 'record' })
    await reader.synced()
    const source = new Y.Doc()
    for (const key of ['one', 'two', 'three']) {
      const updates: Uint8Array[] = []
      source.once('update', (update: Uint8Array) => updates.push(update))
      set(source, key)
      await storage.transaction(async (tx) => {
        for (const data of updates) await storage.log.appendIn(tx, { doc, data, seatId: null })
      })
    }
    await until(() => titles(reader.doc).join() === 'one,three,two')
  })
})

test('official clients with and without acknowledgements see one another and stay connected', async () => {
  const { server } = await start()
  const ada = provider(server.url, 'w', 'ada')
  const ben = client(server, 'ben')
  await ben.synced()
  set(ada.doc, 'a')
  set(ben.doc, 'b')
  await until(() => titles(ada.doc).length === 2 && titles(ben.doc).length === 2)
  expect(ada.wsconnected).toBe(true)
})

test('[S2] without a seat, without rights, or without a document the socket is closed with the code that says so', async () => {
  const { server } = await start({
    admit: async (request, workshopId, kind) =>
      kind === 'interviews' ? { refused: closeCodes.notAllowed } : admitAsSaid(request, workshopId, kind),
  })
  expect(await client(server, '').closed).toBe(closeCodes.noSeat)
  expect(await client(server, 'ada', { kind: 'interviews' }).closed).toBe(closeCodes.notAllowed)
  expect(await client(server, 'ada', { workshopId: 'elsewhere' }).closed).toBe(closeCodes.noSuchWorkshop)
  expect(server.rooms.stats.refused).toMatchObject({ 4401: 1, 4403: 1, 4404: 1 })
  expect(server.rooms.stats.connections).toBe(0)
})

test('an address that is no document is left to others', async () => {
  const { server } = await start()
  const socket = new WebSocket(`${server.url}/sync/w/secrets`)
  const failed = await new Promise<Error>((resolve) => socket.on('error', resolve))
  expect(failed.message).toMatch(/hang up/)
})

test('[S2] an official client that may only read gets everything, stays, and is closed when it changes something', async () => {
  const { server, log } = await start()
  const writer = client(server, 'ada')
  await writer.synced()
  set(writer.doc, 'a')
  const viewer = provider(server.url, 'w', 'viewer')
  const closed = new Promise<number>((resolve) => viewer.on('closed', ({ code }) => resolve(code)))
  await until(() => titles(viewer.doc).join() === 'a')
  set(writer.doc, 'b')
  await until(() => titles(viewer.doc).join() === 'a,b')
  expect(viewer.wsconnected).toBe(true)
  set(viewer.doc, 'forged')
  expect(await closed).toBe(closeCodes.notAllowed)
  await writer.saved()
  expect(titles(writer.doc)).toEqual(['a', 'b'])
  expect(titles(log.disk.read('w/board'))).toEqual(['a', 'b'])
})

test('[S2] a reply without news from a client that may only read is borne, and never counted as committed', async () => {
  const { server } = await start()
  const viewer = client(server, 'viewer')
  await viewer.synced()
  const empty = new Uint8Array([0, 1, 2, 0, 0])
  viewer.peer.sent.push(new Uint8Array([0, 0]))
  viewer.send(empty)
  const other = client(server, 'ada')
  await other.synced()
  set(other.doc, 'a')
  await until(() => titles(viewer.doc).length === 1)
  expect(viewer.isOpen).toBe(true)
  expect(viewer.peer.acknowledged).toBe(0)
})

test('[P1] nothing is acknowledged before it is committed, though others see it at once', async () => {
  const { server, log } = await start()
  const ada = await client(server, 'ada').synced()
  const ben = await client(server, 'ben').synced()
  await until(() => ada.isSaved && ben.isSaved)
  log.isHeldBack = true
  set(ada.doc, 'a')
  await until(() => titles(ben.doc).length === 1)
  expect(ada.isSaved).toBe(false)
  // The same update from somebody else is no news, but it is not saved either.
  const repeated = ada.peer.sent.at(-1) as Uint8Array
  ben.peer.sent.push(repeated)
  ben.send(new Uint8Array([0, 2, repeated.length, ...repeated]))
  set(ben.doc, 'b')
  await until(() => titles(ada.doc).length === 2)
  expect(ben.isSaved).toBe(false)
  log.commit()
  await until(() => log.queuedBytes > 0 || ben.isSaved)
  log.commit()
  await Promise.all([ada.saved(), ben.saved()])
})

test('[P1] a client whose offline changes come in after a live one is asked again, and all of it is saved', async () => {
  const { server, log } = await start()
  const doc = new Y.Doc()
  set(doc, 'offline')
  const ada = client(server, 'ada', { doc })
  // The first message is a live change: the server has not got what came before it.
  ada.webSocket.once('open', () => set(doc, 'live'))
  await ada.saved()
  expect(titles(log.disk.read('w/board'))).toEqual(['live', 'offline'])
  expect(ada.peer.sent.length).toBeGreaterThanOrEqual(2)
})

test('two tabs and a phone of one seat are one person in presence, and gone when the last is', async () => {
  const { server } = await start()
  const watcher = provider(server.url, 'w', 'ben')
  const devices = [
    provider(server.url, 'w', 'ada'),
    provider(server.url, 'w', 'ada'),
    provider(server.url, 'w', 'ada'),
  ]
  for (const { awareness } of devices) awareness.setLocalState({ seatId: 'somebody-else', activity: 'weigh' })
  await until(() => seatsSeen(watcher).length === 3)
  expect(new Set(seatsSeen(watcher))).toEqual(new Set(['ada']))
  expect(server.rooms.seatsPresent('w')).toEqual(new Set(['ada', 'ben']))
  for (const device of devices) device.disconnect()
  await until(() => seatsSeen(watcher).length === 0)
  await until(() => server.rooms.seatsPresent('w').size === 1)
})

test('20 reconnects later it is still one person, seen at once each time', async () => {
  const { server } = await start()
  const watcher = provider(server.url, 'w', 'ben')
  const ada = provider(server.url, 'w', 'ada')
  ada.awareness.setLocalState({ seatId: '', focus: 'card1' })
  for (let time = 0; time < 20; time++) {
    await until(() => seatsSeen(watcher).join() === 'ada')
    // The line breaks without a farewell: the clock of the presence does not move on.
    ;(ada.ws as unknown as WebSocket).terminate()
    await until(() => !ada.wsconnected)
    await until(() => seatsSeen(watcher).length === 0)
    ada.wsUnsuccessfulReconnects = 0
    await until(() => ada.wsconnected)
  }
  await until(() => seatsSeen(watcher).join() === 'ada')
  ada.awareness.setLocalStateField('focus', 'card2')
  await until(() => [...watcher.awareness.getStates().values()].some((state) => state.focus === 'card2'))
})

test('a client that clears its presence is no longer shown, though it stays', async () => {
  const { server } = await start()
  const ada = provider(server.url, 'w', 'ada')
  const ben = provider(server.url, 'w', 'ben')
  ada.awareness.setLocalState({ seatId: '' })
  await until(() => seatsSeen(ben).length === 1)
  ada.awareness.setLocalState(null)
  await until(() => seatsSeen(ben).length === 0)
  ada.awareness.setLocalState({ seatId: '' })
  await until(() => seatsSeen(ben).length === 1)
})

test('[S3] closing a seat closes its sockets of all documents and nobody else', async () => {
  const { server } = await start()
  const board = await client(server, 'ada').synced()
  const record = await client(server, 'ada', { kind: 'record' }).synced()
  const other = await client(server, 'ben').synced()
  server.rooms.closeSeat('w', 'ada', closeCodes.accessChanged)
  expect(await board.closed).toBe(closeCodes.accessChanged)
  expect(await record.closed).toBe(closeCodes.accessChanged)
  expect(other.isOpen).toBe(true)
})

test('[S3] rights that change while a client is being admitted count', async () => {
  let admitted = (_: Admission) => {}
  let asked = false
  const { server } = await start({
    admit: () => {
      asked = true
      return new Promise((resolve) => {
        admitted = resolve
      })
    },
  })
  const ada = client(server, 'ada')
  await until(() => asked)
  server.rooms.closeSeat('w', 'ada', closeCodes.notAllowed)
  admitted({ seatId: 'ada', role: 'member', write: true })
  expect(await ada.closed).toBe(closeCodes.notAllowed)
})

test('a client that goes while it is being admitted leaves nothing behind', async () => {
  let admitted = (_: Admission) => {}
  let asked = false
  const { server } = await start({
    admit: () => {
      asked = true
      return new Promise((resolve) => {
        admitted = resolve
      })
    },
  })
  const ada = client(server, 'ada')
  await until(() => asked)
  ada.cut()
  await ada.closed
  admitted({ seatId: 'ada', role: 'member', write: true })
  await until(() => server.rooms.stats.rooms === 0 && server.rooms.stats.connections === 0)
})

test('an empty room is dropped once everything is committed, and compacted when its log has grown', async () => {
  const { server, log } = await start({ limits: { compactAfter: 5 } })
  const ada = await client(server, 'ada').synced()
  await ada.saved()
  log.isHeldBack = true
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
    const before = log.queuedBytes
    set(ada.doc, key)
    await until(() => log.queuedBytes > before)
  }
  ada.close()
  await until(() => server.rooms.stats.connections === 0)
  expect(server.rooms.stats.rooms).toBe(1)
  // Who comes while it is being saved finds everything.
  const ben = await client(server, 'ben').synced()
  expect(titles(ben.doc)).toHaveLength(7)
  ben.close()
  log.commit()
  await until(() => server.rooms.stats.rooms === 0)
  await until(() => log.compactions === 1)
  expect(titles(log.disk.read('w/board'))).toHaveLength(7)
})

test('[P1] stopping commits what was taken, then tells everyone to come back', async () => {
  const { server, log } = await start()
  const ada = await client(server, 'ada').synced()
  const ben = await client(server, 'ben').synced()
  log.isHeldBack = true
  set(ada.doc, 'a')
  await until(() => titles(ben.doc).length === 1)
  const stopped = server.rooms.close()
  await until(() => log.queuedBytes > 0)
  log.commit()
  await stopped
  expect(await ada.closed).toBe(closeCodes.restarting)
  expect(ada.peer.acknowledged).toBe(ada.peer.sent.length)
  expect(titles(log.disk.read('w/board'))).toEqual(['a'])
  expect(await client(server, 'cleo').closed).toBe(closeCodes.restarting)
})

test('[P1] when storage refuses what was taken, clients are sent away and bring it again', async () => {
  const { server, log } = await start()
  const ada = await client(server, 'ada').synced()
  await ada.saved()
  log.isHeldBack = true
  set(ada.doc, 'a')
  await until(() => log.queuedBytes > 0)
  log.refuse()
  expect(await ada.closed).toBe(closeCodes.storageUnavailable)
  expect(ada.peer.acknowledged).toBeLessThan(ada.peer.sent.length)
  log.isHeldBack = false
  const again = client(server, 'ada', { doc: ada.doc })
  await again.saved()
  expect(titles(log.disk.read('w/board'))).toEqual(['a'])
})

test('when storage cannot be read the client is told to come back, and [S4] the log says no more than that', async () => {
  const { server, log } = await start()
  log.isUnreadable = true
  expect(await client(server, 'ada').closed).toBe(closeCodes.storageUnavailable)
  log.isUnreadable = false
  await client(server, 'ada').synced()
  expect(server.logged).toHaveLength(1)
})

test('more sockets of one seat than anybody needs are refused, and so is one seat too many', async () => {
  const { server } = await start({ limits: { connectionsPerSeat: 2, seatsPerWorkshop: 2 } })
  await client(server, 'ada').synced()
  await client(server, 'ada').synced()
  expect(await client(server, 'ada').closed).toBe(closeCodes.flooding)
  await client(server, 'ben').synced()
  expect(await client(server, 'cleo').closed).toBe(closeCodes.flooding)
})
