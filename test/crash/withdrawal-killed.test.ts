/** [C12] The server is killed while a withdrawal is under way: started again, it finishes what it had begun. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { numbersFrom } from '#test/support/random.ts'
import { Person, tokenOf } from '#test/support/server.ts'
import { type ServerProcess, startServerProcess } from '#test/support/server-process.ts'

const ROUNDS = 8
const everything = { scopes: ['everything'] }

/** The demo with an unmistakable word in what one customer said. */
function demoWith(word: string): object {
  const file = JSON.parse(JSON.stringify(demoWorkshop)) as {
    workshop: { interviews: Record<string, { interviewId: string; text: string }[]> }
  }
  for (const name of ['answers', 'quotes'])
    for (const row of file.workshop.interviews[name] ?? [])
      if (row.interviewId === 'i01') row.text = `${word} ${row.text}`
  return file
}

async function researcher(server: ServerProcess, word: string) {
  const fay = new Person(server.url)
  const { links } = await fay.open({ from: demoWith(word) as never })
  const rae = new Person(server.url)
  await rae.join({ token: tokenOf(links.participate), name: 'Rae' })
  await fay.ask('changeSeat', { params: { seatId: rae.seatId }, body: { role: 'researcher' } })
  return rae
}

const interviewWith = async (rae: Person, word: string) => {
  const { workshop } = (await rae.ask('exportJson')) as unknown as {
    workshop: { interviews: { quotes: { interviewId: string; text: string }[] } }
  }
  return workshop.interviews.quotes.find(({ text }) => text.includes(word))?.interviewId
}

/** Whether a word stands in any file of the storage. */
async function isStored(dataDir: string, word: string): Promise<boolean> {
  for (const name of await readdir(dataDir))
    if ((await readFile(join(dataDir, name), 'latin1')).includes(word)) return true
  return false
}

test(`kill -9 at a random moment of a withdrawal, ${ROUNDS} times: it was done whole, or not begun`, async () => {
  const random = numbersFrom(20_261_122)
  const dataDir = await mkdtemp(join(tmpdir(), 'gp-withdrawal-'))
  let server = await startServerProcess({ dataDir })
  /** How long one takes here and now: the moments are spread over it, from before it to after it. */
  let tookMs = 0
  const withdrawn = async (rae: Person, interviewId: string) => {
    const began = performance.now()
    await rae.call('withdraw', { params: { interviewId }, body: everything })
    tookMs = performance.now() - began
  }
  const outcomes = { done: 0, finished: 0, untouched: 0 }
  try {
    const first = await researcher(server, 'Measured')
    await withdrawn(first, (await interviewWith(first, 'Measured')) ?? '')
    for (let round = 0; round < ROUNDS; round++) {
      const word = `Orthetrum${round}x`
      const rae = await researcher(server, word)
      const interviewId = (await interviewWith(rae, word)) ?? ''
      expect(await isStored(dataDir, word)).toBe(true)
      const answer = rae
        .call('withdraw', { params: { interviewId }, body: everything })
        .then(({ status }) => status)
        .catch(() => 0)
      await new Promise((resolve) => setTimeout(resolve, (1.2 * tookMs * (round + random())) / ROUNDS))
      await server.stop('SIGKILL')
      const status = await answer
      server = await startServerProcess({ dataDir, port: server.port })
      const isThere = (await interviewWith(rae, word)) !== undefined
      if (isThere) {
        expect(status).not.toBe(200)
        outcomes.untouched++
        await withdrawn(rae, interviewId)
      } else if (status === 200) outcomes.done++
      else outcomes.finished++
      await expect
        .poll(() => isStored(dataDir, word), { timeout: 20_000, message: `round ${round}` })
        .toBe(false)
    }
  } catch (error) {
    throw new Error(server.output(), { cause: error })
  } finally {
    await server.stop('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
  }
  // The moments were random; some of the kills must have fallen into the middle.
  expect(outcomes.finished, JSON.stringify(outcomes)).toBeGreaterThan(0)
}, 300_000)
