/**
 * The room before the envelope: the demo's guesses and interviews, nothing read, promised or decided yet, on a server of
 * its own that can be killed. Two facilitators, two members with browsers, two by the HTTP contract, and a researcher.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { seatHeadless, type Voter } from '#test/e2e/headless.ts'
import { arrive, joinByCode, laptop, type Person, phone } from '#test/e2e/room.ts'
import { Person as Caller, tokenOf } from '#test/support/server.ts'
import { type ServerProcess, startServerProcess } from '#test/support/server-process.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]

interface Demo {
  readonly workshop: Readonly<Record<'board' | 'record' | 'interviews', Readonly<Record<string, Rows>>>>
}

/** Those of the demo have left; their guesses are there. What it found waits in the envelope. */
function sealedFile(): object {
  const file = demoWorkshop as unknown as Demo
  const { board, record, interviews } = file.workshop
  const guesses = (record.rounds ?? []).filter(({ kind }) => kind === 'weights' || kind === 'marks')
  const seats = (record.seats ?? []).map((seat) => ({ ...seat, removedAt: 1 }))
  const nothingYet = {
    findings: [],
    promiseDrafts: [],
    promiseReactions: [],
    actions: [],
    parkingLot: [],
    stages: [],
    cards: [],
  }
  return {
    ...file,
    workshop: {
      ...file.workshop,
      board: { ...board, ...nothingYet },
      record: { ...record, seats, rounds: guesses, decisions: [], envelope: {} },
      interviews: { ...interviews, draftFindings: board.findings },
    },
  }
}

export interface DebateRoom {
  readonly id: string
  readonly code: string
  readonly url: string
  readonly noor: Person
  readonly tomas: Person
  /** A member at a laptop, and one on a phone. */
  readonly dan: Person
  readonly ines: Person
  /** Members who vote through the HTTP contract; the second comes late. */
  readonly others: Voter[]
  readonly researcher: Caller
  /** Kills the server without a word and starts it again on what it had saved. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function openDebate(browser: Browser): Promise<DebateRoom> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gp-debate-'))
  const main = 'dist/server/main.js'
  let server: ServerProcess = await startServerProcess({ dataDir, main })
  const { url, port } = server
  const owner = new Caller(url)
  const {
    links,
    workshopId: id,
    joinCode: code,
  } = await owner.open({
    title: 'Debate',
    facilitator: { name: 'Olga' },
    from: sealedFile() as { format: string },
  })
  const [noor, tomas, dan, ines] = await Promise.all([
    arrive(browser, 'Noor', laptop, url),
    arrive(browser, 'Tomas', laptop, url),
    arrive(browser, 'Dan', laptop, url),
    arrive(browser, 'Ines', phone, url),
  ])
  for (const one of [noor, tomas]) await joinByLink(one, links.facilitator)
  await joinByCode(dan, code, 'Sales')
  await joinByCode(ines, code, 'Customer service')
  const others = await seatHeadless(url, { id, code }, 1)
  const researcher = new Caller(url)
  await researcher.join({ code, name: 'Sam', functionName: 'Marketing' })
  await owner.ask('changeSeat', { params: { seatId: researcher.seatId }, body: { role: 'researcher' } })
  return {
    id,
    code,
    url,
    noor,
    tomas,
    dan,
    ines,
    others,
    researcher,
    restart: async () => {
      await server.stop('SIGKILL')
      await expect(dan.page.getByText(/^Offline/).first()).toBeAttached()
      server = await startServerProcess({ dataDir, main, port })
    },
    close: async () => {
      for (const { context } of [noor, tomas, dan, ines]) await context.close()
      await server.stop('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function joinByLink({ page, name }: Person, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'I’m in' }).click()
  await page.waitForURL(/\/w\//)
}

/** Another member, who takes a seat now and looks at it in a browser. */
export async function joinLate(browser: Browser, room: DebateRoom): Promise<Person> {
  const [late] = await seatHeadless(room.url, room, 1)
  if (!late) throw new Error('Somebody has joined.')
  room.others.push(late)
  const lou = await arrive(browser, 'Lou', laptop, room.url)
  const cookies = late.person.cookie.split('; ').map((one) => one.split('=') as [string, string])
  await lou.context.addCookies(cookies.map(([name, value]) => ({ name, value, url: room.url })))
  return lou
}

/** Both press; neither request leaves before both have been made. */
export async function pressTogether(pages: readonly Page[], name: string, call: RegExp): Promise<void> {
  const held: (() => void)[] = []
  for (const page of pages)
    await page.route(call, async (route) => {
      await new Promise<void>((resolve) => {
        held.push(resolve)
        if (held.length === pages.length) for (const release of held) release()
      })
      await route.continue()
    })
  await Promise.all(pages.map((page) => page.getByRole('button', { name, exact: true }).click()))
  await expect.poll(() => held.length).toBe(pages.length)
  for (const page of pages) await page.unroute(call)
}

/** Customers who answer by a link, all their points on one need: evidence that came after the decisions. */
export async function newEvidence(room: DebateRoom, needId: string, guests: number): Promise<void> {
  const { link } = await room.researcher.ask('createGuestLink', {
    body: { label: 'By mail', forMany: true, days: 7 },
  })
  for (let at = 0; at < guests; at++)
    await new Caller(room.url).ask('answerGuestForm', {
      body: {
        token: tokenOf(link ?? ''),
        guest: `guest-key-number-000${at}`,
        question: '',
        unaided: 'We asked our neighbours.',
        weights: { status: 'given', points: { [needId]: 100 } },
        missing: [],
        marks: [],
        role: '',
        remarks: '',
        consent: { notes: true, quotesInside: true, quotesOutside: false },
      },
    })
}
