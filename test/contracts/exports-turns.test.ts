/** Files are made one after the other: whoever asks for many at once keeps nobody else waiting without end. */
import { afterAll, beforeAll, expect, test } from 'vitest'
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
