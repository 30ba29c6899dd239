/**
 * Files that leave a workshop: who gets them, what is never in them, and that what is sealed shows in none of them. Read
 * unpacked, byte by byte where it matters.
 */
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAction } from '#shared/board/action-edits.ts'
import { addCard, addStage } from '#shared/board/roadmap-edits.ts'
import { addNeed } from '#shared/board/scene-edits.ts'
import { insertRow, updateRow } from '#shared/document/collection.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { answers, interviews, quotes } from '#shared/interviews/schema.ts'
import { type ExportFormat, exportFormats, formatNames } from '#shared/protocol/export-formats.ts'
import type { Role } from '#shared/record/schema.ts'
import { words } from '#shared/report/file-words.ts'
import {
  editBoard,
  editInterviews,
  type Person,
  startTestServer,
  type TestServer,
} from '#test/support/server.ts'
import { smallLogo } from '#test/support/small-logo.ts'
import { makeWorld, sealBallot } from '#test/support/world.ts'

let server: TestServer
beforeAll(async () => {
  // Time that stands: two files made of the same are the same.
  server = await startTestServer({ clock: { now: () => Date.UTC(2027, 0, 5, 9) } })
})
afterAll(async () => {
  await server.stop()
})

/** One of each way of writing; the pack, which is asked once, has them all. */
const some: readonly ExportFormat[] = ['md', 'csv', 'json']
const formats = formatNames

async function fetched(person: Person, format: ExportFormat, query = ''): Promise<Response> {
  return fetch(`${server.url}/api/workshops/${person.workshopId}/exports/${format}${query}`, {
    headers: { cookie: person.cookie },
  })
}

async function file(person: Person, format: ExportFormat, query = ''): Promise<Uint8Array> {
  const response = await fetched(person, format, query)
  expect([format, response.status]).toEqual([format, 200])
  return new Uint8Array(await response.arrayBuffer())
}

/** Every part of a file by its path, unpacked as deep as it goes; when it was made is left out. */
function parts(bytes: Uint8Array, path = ''): Map<string, string> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new Map([[path, strFromU8(bytes, true)]])
  const all = new Map<string, string>()
  for (const [name, inner] of Object.entries(unzipSync(bytes)))
    if (!/docProps\/core.xml|manifest.json|checksums.txt/.test(name))
      for (const [deep, text] of parts(inner, `${path}/${name}`)) all.set(deep, text)
  return all
}

describe('of the demo', () => {
  let fay: Person
  let packBytes: Uint8Array
  beforeAll(async () => {
    fay = server.newPerson()
    await fay.open({ from: demoWorkshop as never })
    packBytes = await file(fay, 'pack', '?state=final')
  })

  test('[R100] a file comes with its type and a name, also while nothing is chosen', async () => {
    for (const format of some) {
      const response = await fetched(fay, format)
      expect([format, response.status]).toEqual([format, 200])
      expect(response.headers.get('content-type')).toBe(exportFormats[format].media)
      expect(response.headers.get('content-disposition')).toContain(
        `filename*=UTF-8''Larderline-how-regional-food-wholesalers-buy.${exportFormats[format].ending}`,
      )
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(300)
    }
  })

  test('[R032] no file names anybody of the room but who made it, unless names are asked for', async () => {
    const { workshop } = demoWorkshop as { workshop: { record: { seats: { name: string }[] } } }
    const names = workshop.record.seats.map(({ name }) => name)
    const pack = [...parts(packBytes)]
    expect(pack.length).toBeGreaterThan(60)
    for (const name of names)
      expect(pack.filter(([, text]) => text.includes(name)).map(([path]) => [name, path])).toEqual([])
    const named = strFromU8(await file(fay, 'md', '?people=names'))
    expect(names.some((name) => named.includes(name))).toBe(true)
  })

  test('the pack says what each file is, and its checksums hold', async () => {
    const pack = unzipSync(packBytes)
    const manifest = JSON.parse(strFromU8(pack['manifest.json'] ?? new Uint8Array())) as {
      state: string
      files: { name: string; sha256: string; bytes: number }[]
    }
    expect(manifest.state).toBe('final')
    expect(manifest.files).toHaveLength(formats.length - 1)
    expect(manifest.files.map(({ name }) => name).sort()).toEqual(
      Object.keys(pack)
        .filter((name) => name.startsWith('workshop.'))
        .sort(),
    )
    const sum = (name: string) =>
      createHash('sha256')
        .update(pack[name] ?? '')
        .digest('hex')
    for (const { name, sha256, bytes } of manifest.files)
      expect([name, sha256, bytes]).toEqual([name, sum(name), pack[name]?.byteLength])
    const sums = strFromU8(pack['checksums.txt'] ?? new Uint8Array())
    expect(sums).toContain(`${sum('manifest.json')}  manifest.json`)
  })

  test('[EX-10a] a stream tells how far it is, and ends with the file', async () => {
    const response = await fetch(`${server.url}/api/workshops/${fay.workshopId}/exports/md`, {
      headers: { cookie: fay.cookie, accept: 'application/x-ndjson' },
    })
    const lines = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; base64: string })
    expect(lines.map(({ type }) => type)).toEqual(['progress', 'progress', 'file'])
    expect(Buffer.from(lines.at(-1)?.base64 ?? '', 'base64').toString()).toContain('# Larderline')
  })

  test('what is no format, and what may not be chosen, is refused', async () => {
    expect((await fetched(fay, 'doc' as never)).status).toBe(404)
    const refused = await fetched(fay, 'md', '?paper=a3')
    expect(refused.status).toBe(400)
    expect(JSON.stringify(await refused.json())).toContain('/paper')
    const parts = await fetched(fay, 'md', '?parts=needs,all')
    expect([parts.status, JSON.stringify(await parts.json())]).toEqual([
      400,
      expect.stringContaining('/parts'),
    ])
  })

  test('[R098] text holds the parts that are asked for, also none', async () => {
    const { sections } = words
    const plan = strFromU8(await file(fay, 'md', '?parts=plan'))
    expect(plan).toContain(`## ${sections.plan}`)
    for (const other of [sections.needs, sections.roadmap, sections.decisions, sections.quotes])
      expect(plan).not.toContain(other)
    expect(strFromU8(await file(fay, 'md', '?parts='))).toContain(`## ${sections.summary}`)
    expect(strFromU8(await file(fay, 'md', '?parts=quotes'))).toContain(`## ${sections.quotes}`)
  })

  test('a logo comes along as PNG or JPEG, small, and from no address; slides and the first page carry it', async () => {
    const sent = (format: ExportFormat, logo: string) =>
      fetch(`${server.url}/api/workshops/${fay.workshopId}/exports/${format}?parts=`, {
        method: 'POST',
        headers: { cookie: fay.cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ logo }),
      })
    const slides = new Uint8Array(await (await sent('pptx', smallLogo)).arrayBuffer())
    expect([...parts(slides).keys()].some((path) => /media\/image.*png$/.test(path))).toBe(true)
    const pdf = Buffer.from(await (await sent('pdf', smallLogo)).arrayBuffer()).toString('latin1')
    expect(pdf).toContain('/Subtype /Image')
    const large = Buffer.concat([Buffer.from(smallLogo, 'base64'), Buffer.alloc(512 * 1024)])
    const huge = Buffer.from(smallLogo, 'base64')
    huge.writeUInt32BE(5000, 16)
    for (const logo of [
      'https://example.org/logo.png',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64'),
      Buffer.from('GIF89a, and then some more of it').toString('base64'),
      huge.toString('base64'),
      large.toString('base64'),
    ]) {
      const refused = await sent('pptx', logo)
      expect([logo.slice(0, 20), refused.status, await refused.text()]).toEqual([
        logo.slice(0, 20),
        400,
        expect.stringContaining('/logo'),
      ])
    }
  })
})

test('[S1] [EX-1a] while a round and the envelope are sealed, no format depends on what is in them', async () => {
  const world = await makeWorld(server)
  const { researcher, facilitator } = world.people
  const before = await everyPart(facilitator)
  await sealBallot(world)
  await researcher.ask('putIdentity', {
    params: { interviewId: world.interviewId },
    body: { name: 'Jane Roe', firm: 'Avocet Foods', phone: '', email: '', note: '', deleteAfter: '' },
  })
  const { workshopId, interviewId } = world
  await editInterviews(
    server,
    workshopId,
    (doc) => insertRow(doc, answers, 'said', { interviewId, text: 'Avocet rang at night' }),
    null,
  )
  const after = await everyPart(facilitator)
  expect([...after.keys()]).toEqual([...before.keys()])
  for (const [path, text] of after) expect([path, text === before.get(path)]).toEqual([path, true])
  const seen = await everyPart(researcher)
  expect([...seen.values()].filter((text) => text.includes('Avocet'))).toEqual([])
  const markdown = strFromU8(await file(facilitator, 'md'))
  expect(markdown).toContain('Weights, round 1 is still sealed and left out.')
  expect(markdown).toContain('answers are sealed')
})

const everyPart = async (person: Person): Promise<Map<string, string>> => parts(await file(person, 'pack'))

test('[EV-7a] who a customer is stands in no format of any role, before and after the envelope is opened', async () => {
  const { people, workshopId, interviewId } = await makeWorld(server)
  const identity = {
    name: 'Ida Marsh',
    firm: 'Frostkiln Foods GmbH',
    phone: '+44 20 7946 0958',
    email: 'ida@frostkiln.example',
  }
  const text = `${Object.values(identity).join(', ')} said so`
  const body = { ...identity, note: 'Marsh, mornings', deleteAfter: '' }
  await people.researcher.ask('putIdentity', { params: { interviewId }, body })
  const stageId = await editBoard(server, workshopId, addStage, { name: 'Marsh asks Frostkiln Foods' })
  await editBoard(server, workshopId, addCard, { stageId, lane: 'answer', text })
  await editBoard(server, workshopId, addNeed, { short: 'Marsh of Frostkiln Foods Ltd', statement: text })
  await editBoard(server, workshopId, addAction, { title: text })
  await editInterviews(
    server,
    workshopId,
    (doc) => {
      insertRow(doc, answers, 'a', { interviewId, text })
      insertRow(doc, quotes, 'q', { interviewId, answerId: 'a', text, stageIds: [stageId] })
      updateRow(doc, interviews, interviewId, { businessNote: text, unaidedTopNeedId: null })
    },
    null,
  )
  const secrets = /marsh|frostkiln|7946 ?0958/i
  const told = async (role: Role, query = '') => {
    for (const [path, part] of parts(await file(people[role], 'pack', query))) {
      const words = path.endsWith('.pdf') ? part + (await pdfText(part)) : part
      expect([role, path, secrets.exec(words)?.[0]]).toEqual([role, path, undefined])
    }
  }
  await told('member')
  await people.facilitator.ask('openEnvelope', { body: { override: 'Asked for' } })
  await told('member', '?masked=0&people=names')
  for (const role of ['facilitator', 'researcher', 'sponsor', 'viewer'] as const) await told(role)
})

/** Text of a PDF given as a string of bytes: in the file itself words are numbers of drawn letters. */
async function pdfText(bytes: string): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(Buffer.from(bytes, 'latin1')), verbosity: 0 }).promise
  const outline = await pdf.getOutline()
  const all = [JSON.stringify(outline), JSON.stringify(await pdf.getMetadata())]
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent()
    all.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await pdf.destroy()
  return all.join('\n')
}
