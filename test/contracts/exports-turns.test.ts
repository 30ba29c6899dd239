/** Files are made one after the other: whoever asks for many at once keeps nobody else waiting without end. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { type Person, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  await server.stop()
})

const asked = async (person: Person): Promise<number> => {
  const address = `${server.url}/api/workshops/${person.workshopId}/exports/md`
  const response = await fetch(address, { headers: { cookie: person.cookie } })
  await response.arrayBuffer()
  return response.status
}

test('one seat that asks for very many files at once is told to wait, and everybody else still gets theirs', async () => {
  const [greedy, other] = [server.newPerson(), server.newPerson()]
  await greedy.open()
  await other.open()
  const many = Promise.all(Array.from({ length: 12 }, () => asked(greedy)))
  expect(await asked(other)).toBe(200)
  const statuses = await many
  expect([...new Set(statuses)].sort()).toEqual([200, 429])
  expect(await asked(greedy)).toBe(200)
})

test('a server that stops does not wait for files to be made', async () => {
  const stopping = await startTestServer()
  const person = stopping.newPerson()
  await person.open({ from: demoWorkshop as never })
  const response = await fetch(`${stopping.url}/api/workshops/${person.workshopId}/exports/pack`, {
    headers: { cookie: person.cookie, accept: 'application/x-ndjson' },
  })
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
  const text = new TextDecoder()
  let told = text.decode((await reader.read()).value)
  const stopped = stopping.stop()
  for (let part = await reader.read(); !part.done; part = await reader.read()) told += text.decode(part.value)
  await stopped
  expect(JSON.parse(told.trim().split('\n').at(-1) ?? '')).toMatchObject({ type: 'problem' })
})
