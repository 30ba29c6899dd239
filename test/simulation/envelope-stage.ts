/**
 * A workshop with a researcher at work on sealed interviews, and everything recorded that everybody else receives: all
 * calls they may make or are refused, all frames of all their sockets, logs, and the figures for whoever runs the server.
 */
import * as Y from 'yjs'
import { addStage } from '#shared/board/roadmap-edits.ts'
import { addNeed, addOption } from '#shared/board/scene-edits.ts'
import { readSingle } from '#shared/document/collection.ts'
import { documentName } from '#shared/document/names.ts'
import { type BodyOf, type CallName, calls } from '#shared/protocol/calls.ts'
import { type Envelope, envelope, type Role } from '#shared/record/schema.ts'
import { type BusListening, isNoHeartbeat, isSame, lastHeads } from '#test/simulation/secrecy-stage.ts'
import { type RawSocket, socketOf } from '#test/support/raw-socket.ts'
import {
  type Answer,
  editBoard,
  type Person,
  type Request,
  type TestServer,
  tokenOf,
} from '#test/support/server.ts'
import { until } from '#test/support/until.ts'

const onlookers = ['facilitator', 'member', 'sponsor', 'viewer'] as const satisfies readonly Role[]
const openDocuments = ['board', 'record'] as const

/** What a researcher does to the interviews in one go. */
export type Write = (doc: Y.Doc) => void

export class EnvelopeStage {
  readonly #server: TestServer
  readonly #bus: BusListening | null
  readonly #people: Record<(typeof onlookers)[number] | 'researcher', Person>
  readonly #answers: unknown[] = []
  readonly #sockets: RawSocket[] = []
  readonly #figures: string[] = []
  /** The researcher's own document; its updates go over a socket like any researcher's. */
  readonly #interviews = new Y.Doc()
  #researcherAt: RawSocket | null = null

  constructor(server: TestServer, bus: BusListening | null) {
    const person = () => server.newPerson()
    this.#server = server
    this.#bus = bus
    this.#people = {
      facilitator: person(),
      member: person(),
      sponsor: person(),
      viewer: person(),
      researcher: person(),
    }
    this.#interviews.clientID = 7
  }

  async gather(): Promise<void> {
    const { facilitator, viewer } = this.#people
    const { joinCode, links } = await facilitator.open()
    for (const role of ['member', 'sponsor', 'researcher'] as const) {
      const person = this.#people[role]
      await person.join({ code: joinCode, name: role, functionName: 'Sales' })
      await facilitator.ask('changeSeat', { params: { seatId: person.seatId }, body: { role } })
    }
    await viewer.join({ token: tokenOf(links.watch), name: 'viewer' })
    const { workshopId } = facilitator
    await editBoard(this.#server, workshopId, addNeed, { short: 'Alarms' })
    await editBoard(this.#server, workshopId, addOption, { name: 'Us', kind: 'us' })
    await editBoard(this.#server, workshopId, addStage, { name: 'Trigger' })
    for (const role of onlookers)
      for (const kind of openDocuments) {
        const socket = await socketOf(this.#server.url, this.#people[role], kind)
        await socket.askState()
        this.#sockets.push(socket)
      }
    this.#researcherAt = await socketOf(this.#server.url, this.#people.researcher, 'interviews')
    await this.#researcherAt.askState()
  }

  /** The researcher writes; each entry is a message of its own. */
  async write(writes: readonly Write[]): Promise<void> {
    for (const write of writes) {
      const before = Y.encodeStateVector(this.#interviews)
      this.#interviews.transact(() => write(this.#interviews))
      this.#researcherAt?.sendUpdate(Y.encodeStateAsUpdate(this.#interviews, before))
    }
    await until(async () => {
      const stored = await this.#documents.read(this.#workshopId, 'interviews')
      return stored !== null && includes(stored, this.#interviews)
    }, 'the interviews to be stored')
  }

  /** Waits until everyone is told what everyone may know. */
  async told(figures: Partial<Envelope>): Promise<void> {
    await until(async () => {
      const record = await this.#documents.read(this.#workshopId, 'record')
      const said = record && readSingle(record, envelope)
      return JSON.stringify({ ...said, ...figures }) === JSON.stringify(said)
    }, 'the record to tell the figures')
    await this.#settled()
  }

  /** A call of the researcher, of which nobody else hears. */
  async research(name: CallName, request: Request): Promise<Answer> {
    const answer = await this.#people.researcher.call(name, request)
    if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${answer.text}`)
    return answer
  }

  /** A customer without a seat answers by a link that the researcher has made. */
  async guest(given: Omit<BodyOf<'answerGuestForm'>, 'token' | 'guest' | 'question'>): Promise<void> {
    const body = { label: 'By post', forMany: false, days: 7 }
    const { link } = await this.#people.researcher.ask('createGuestLink', { body })
    const customer = this.#server.newPerson()
    const key = { token: tokenOf(link ?? ''), guest: 'the-key-of-this-guest' }
    const { question } = await customer.ask('readGuestForm', { body: key })
    await customer.ask('answerGuestForm', { body: { ...key, question, ...given } })
  }

  /** A call of somebody else, with what it answers. */
  async call(who: (typeof onlookers)[number], name: CallName, request: Request = {}): Promise<void> {
    this.#keep(await this.#people[who].call(name, request))
    await this.#settled()
  }

  /** Everything everybody else may ask, and what they may not. */
  async look(): Promise<void> {
    for (const role of onlookers) {
      const person = this.#people[role]
      for (const name of ['readWorkshop', 'analysis', 'exportJson'] as const)
        this.#keep(await person.call(name))
      for (const [name, call] of Object.entries(calls))
        if (call.who === 'researcher') await this.#tryAt(person, name as CallName)
      if (role !== 'facilitator') await this.#tryAt(person, 'openEnvelope')
      this.#keep(await person.fetch('GET', `/sync/${this.#workshopId}/interviews`))
      const refused = await socketOf(this.#server.url, person, 'interviews')
      this.#answers.push([await refused.closed(), refused.frames.length])
    }
    this.#keep(await this.#people.facilitator.call('openEnvelope', { body: {} }))
    this.#figures.push(await this.#countsForOperators())
  }

  async recording(): Promise<Record<'answers' | 'frames' | 'logs' | 'figures' | 'bus', readonly unknown[]>> {
    await this.#settled()
    return {
      answers: [...this.#answers],
      frames: this.#sockets.map(({ frames }) =>
        frames.map((frame) => frame.toString('hex')).filter(isNoHeartbeat),
      ),
      logs: this.#server.logLines.filter((line) => !line.includes('Server listening')),
      figures: [...this.#figures],
      // That the interviews have grown is for processes alone.
      bus: lastHeads(this.#bus?.messages ?? []).filter(
        (message) => !JSON.stringify(message).includes('/interviews'),
      ),
    }
  }

  async close(): Promise<void> {
    for (const socket of [...this.#sockets, this.#researcherAt]) await socket?.close()
  }

  get #workshopId(): string {
    return this.#people.facilitator.workshopId
  }

  get #documents() {
    return this.#server.running.service.documents
  }

  async #tryAt(person: Person, name: CallName): Promise<void> {
    const { method } = calls[name]
    const params = { interviewId: 'i1' }
    this.#keep(await person.call(name, method === 'GET' ? { params } : { params, body: {} }))
  }

  #keep({ status, headers, text }: Answer): void {
    const { date: _, ...open } = Object.fromEntries(headers)
    // The port is the one thing that two plays cannot share.
    const named = JSON.stringify(open).replaceAll(new URL(this.#server.url).host, 'host')
    this.#answers.push({ status, headers: named, text })
  }

  /** Our own figures but those that are of time: how long calls took, and frames, of which some only keep lines alive. */
  async #countsForOperators(): Promise<string> {
    const { text } = await this.#people.viewer.fetch('GET', '/metrics')
    return text
      .split('\n')
      .filter((line) => line.startsWith('guessproof_'))
      .filter((line) => !/^guessproof_(call_seconds|frames_out)/.test(line))
      .join('\n')
  }

  /** Waits until every socket shows what is committed, so that both plays cut their frames at the same places. */
  async #settled(): Promise<void> {
    for (const [index, socket] of this.#sockets.entries()) {
      const doc = await this.#documents.read(this.#workshopId, openDocuments[index % 2] ?? 'board')
      if (doc) await until(() => isSame(socket.doc, doc), 'a socket to show the document')
    }
    const name = documentName(this.#workshopId, 'record')
    const head = (await this.#server.running.service.storage.log.heads([name])).get(name) ?? 0
    const isTold = () =>
      this.#bus?.messages.some((one) => one.says === 'grown' && one.doc === name && one.head >= head) ?? true
    if (head > 0) await until(isTold, 'the bus to have told of the record')
  }
}

function includes(doc: Y.Doc, part: Y.Doc): boolean {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
  return [...Y.decodeStateVector(Y.encodeStateVector(part))].every(
    ([client, clock]) => (clocks.get(client) ?? 0) >= clock,
  )
}
