/**
 * A server's storage in a process of its own, for tests that kill it. Appends to the given documents as fast as they
 * are acknowledged, compacts now and then, and prints a line per acknowledged append.
 */
import { openStorage } from '#server/persistence/open-storage.ts'
import { updateSetting } from '#test/support/stored-documents.ts'

const [place = '{}', run = '', ...docs] = process.argv.slice(2)
const storage = await openStorage({ ...JSON.parse(place), clock: { now: () => Date.now() } })
process.stdout.write('open\n')

async function write(doc: string, writer: number): Promise<never> {
  for (let n = 1; ; n++) {
    const key = `${run}-${writer}-${n}`
    await storage.log.append({ doc, data: updateSetting(key), seatId: null })
    process.stdout.write(`${doc} ${key}\n`)
    if (n % 20 === 0) await storage.log.compact(doc)
  }
}

await Promise.all(docs.flatMap((doc) => [write(doc, 0), write(doc, 1), write(doc, 2)]))
