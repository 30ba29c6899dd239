/** Large workshop files: whoever is at work on the same server does not notice that one is opened. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { needs } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import type { Problem } from '#shared/protocol/problems.ts'
import { type Answer, startTestServer, type TestServer } from '#test/support/server.ts'

const NEEDS = 15_000
/** Far below what reading such a file takes, far above what a busy machine adds. */
const LONGEST_STALL_MS = 400

interface LooseFile {
  workshop: {
    board: { needs: { id: string }[] }
    history?: object[]
  }
}

let server: TestServer
let file: LooseFile

beforeAll(async () => {
  server = await startTestServer()
  file = structuredClone(demoWorkshop) as unknown as LooseFile
  const [sample] = file.workshop.board.needs
  for (let index = 0; index < NEEDS; index++)
    file.workshop.board.needs.push({
      ...sample,
      id: `extra-${index}`,
      ...{ short: `Need ${index}`, statement: `What they want done, number ${index}. `.repeat(4) },
    })
  file.workshop.history = Array.from({ length: 20_000 }, (_, index) => ({
    document: 'board',
    collection: 'needs',
    recordId: `extra-${index % NEEDS}`,
    field: 'short',
    from: `Before ${index}`,
    to: `After ${index}`,
    seatId: null,
    at: index,
    reason: '',
  }))
})
afterAll(() => server.stop())

/** The answer, and how long the server stood still at most. */
async function stallOf(ask: () => Promise<Answer>): Promise<{ answer: Answer; stalledMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const answer = await ask()
  delay.disable()
  return { answer, stalledMs: delay.max / 1e6 }
}

const needsOf = async ({ json }: Answer): Promise<number> => {
  const { workshopId } = json as { workshopId: string }
  const board = await server.running.service.documents.read(workshopId, 'board')
  return board ? readRows(board, needs).length : 0
}

const send = (path: string, body: string) => () => server.newPerson().fetch('POST', path, { body })

test('a file of many megabytes is opened while the server goes on serving', async () => {
  const body = JSON.stringify(file)
  const { answer, stalledMs } = await stallOf(send('/api/workshops/import', body))
  expect(answer.status).toBe(201)
  expect(await needsOf(answer)).toBe(file.workshop.board.needs.length)
  expect(stalledMs).toBeLessThan(LONGEST_STALL_MS)
}, 60_000)

test('so is one that comes with a new workshop, whose facilitator gets a seat of their own', async () => {
  const body = JSON.stringify({ title: 'T', facilitator: { name: 'Zoe' }, from: file })
  const { answer, stalledMs } = await stallOf(send('/api/workshops', body))
  expect(answer.status).toBe(201)
  expect(await needsOf(answer)).toBe(file.workshop.board.needs.length)
  const { workshopId, seatId } = answer.json as { workshopId: string; seatId: string }
  const record = await server.running.service.documents.read(workshopId, 'record')
  expect(record?.getMap('seats').has(seatId)).toBe(true)
  expect(stalledMs).toBeLessThan(LONGEST_STALL_MS)
}, 60_000)

test('what is wrong in a large file, or around it, is named as in a small one', async () => {
  const codeOf = async (path: string, body: string) =>
    ((await send(path, body)()).json as Problem | undefined) ?? null
  const faulty = { ...file, version: 'one' }
  expect(await codeOf('/api/workshops/import', JSON.stringify(faulty))).toMatchObject({
    code: 'file-faults',
    faults: [{ path: '/version' }],
  })
  expect(await codeOf('/api/workshops/import', JSON.stringify(file).slice(0, -1))).toMatchObject({
    code: 'bad-request',
    title: 'This is not JSON: check it and send it again.',
  })
  expect(await codeOf('/api/workshops', JSON.stringify({ title: 'T', from: file }))).toMatchObject({
    code: 'bad-request',
    faults: [{ path: '/facilitator' }],
  })
  const noFile = JSON.stringify({ title: 'T', facilitator: { name: 'Zoe' }, junk: 'x'.repeat(300_000) })
  expect(await codeOf('/api/workshops', noFile)).toMatchObject({ workshopId: expect.any(String) as string })
}, 60_000)

test('very many at once are opened a few at a time, and the rest is told to come back', async () => {
  const body = JSON.stringify({ ...(demoWorkshop as object), padding: 'x'.repeat(100_000) })
  const answers = await Promise.all(Array.from({ length: 12 }, () => send('/api/workshops/import', body)()))
  const statuses = answers.map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([201, 429]))
  expect(answers.find(({ status }) => status === 429)?.json).toMatchObject({ code: 'too-many-tries' })
}, 60_000)
