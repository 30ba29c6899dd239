/** A workshop with everything recorded that those who look on receive, and everything that is stored beside ballots. */
import pg from 'pg'
import * as Y from 'yjs'
import { type BusMessage, Unpacker } from '#server/cluster/bus-messages.ts'
import { addNeed, addOption } from '#shared/board/scene-edits.ts'
import { findings, promiseDrafts } from '#shared/board/schema.ts'
import { insertRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { documentName } from '#shared/document/names.ts'
import type { CallName } from '#shared/protocol/calls.ts'
import { type RoundKindName, roundKind } from '#shared/rounds/kinds.ts'
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

/** Tables that others' replies, exports and documents are made from: all but the ballot box itself. */
const openTables = [
  'workshops',
  'seats',
  'seat_tokens',
  'links',
  'retired_codes',
  'docs',
  'doc_updates',
  'doc_snapshots',
  'rounds',
  'identities',
  'journal',
  'journal_cursors',
  'replies',
] as const

const addFinding: Edit<string> = (doc, id) => insertRow(doc, findings, id, { text: `Finding ${id}` })
const addDraft: Edit<string> = (doc, id) => insertRow(doc, promiseDrafts, id, { text: `Draft ${id}` })

/** The people of the scenario, and everything those who did not vote for it receive. */
export class Stage {
  readonly #server: TestServer
  readonly #bus: BusListening | null
  readonly #answers: unknown[] = []
  readonly #sockets: RawSocket[] = []
  readonly #people: Record<'fay' | 'ana' | 'ben' | 'cleo' | 'vic', Person>
  needs: string[] = []
  readonly #others: Record<'findings' | 'promiseDrafts', string[]> = { findings: [], promiseDrafts: [] }
  /** Columns of a grid: us and one other. */
  columns: string[] = []
  roundId = ''
  /** A seat without a device. */
  #proxySeatId = ''

  constructor(server: TestServer, bus: BusListening | null) {
    this.#server = server
    this.#bus = bus
    const person = () => server.newPerson()
    this.#people = { fay: person(), ana: person(), ben: person(), cleo: person(), vic: person() }
  }

  /** Everyone takes a seat; those who look on open their sockets. */
  async gather(): Promise<void> {
    const { fay, ana, ben, cleo, vic } = this.#people
    const { joinCode, links } = await fay.open()
    for (const [name, member] of Object.entries({ ana, ben, cleo }))
      await member.join({ code: joinCode, name, functionName: 'Sales' })
    await vic.join({ token: tokenOf(links.watch), name: 'vic' })
    const proxy = await this.command('addSeat', { body: { name: 'dan', functionName: 'Sales' } })
    this.#proxySeatId = (proxy.json as { seatId: string }).seatId
    for (const short of ['One', 'Two'])
      this.needs.push(await editBoard(this.#server, fay.workshopId, addNeed, { short }))
    for (const id of ['first', 'second']) {
      await editBoard(this.#server, fay.workshopId, addFinding, id)
      await editBoard(this.#server, fay.workshopId, addDraft, id)
      for (const ids of Object.values(this.#others)) ids.push(id)
    }
    for (const option of [
      { name: 'Us', kind: 'us' },
      { name: 'They', kind: 'competitor' },
    ] as const)
      this.columns.push(await editBoard(this.#server, fay.workshopId, addOption, option))
    for (const person of [fay, ben, vic])
      for (const kind of ['board', 'record'] as const) {
        const socket = await socketOf(this.#server.url, person, kind)
        await socket.askState()
        this.#sockets.push(socket)
      }
  }

  /** Ids a round of that kind is about. */
  subjectsOf(kind: RoundKindName): string[] {
    const from = roundKind(kind).subjectsFrom
    if (from === 'none') return []
    return from === 'needs' ? this.needs : this.#others[from]
  }

  async openRound(kind: RoundKindName = 'weights'): Promise<void> {
    const subjects = this.subjectsOf(kind)
    const columns = roundKind(kind).columnsFrom === null ? [] : this.columns
    const body = { kind, subjects, columns, anonymity: 'anonymous' }
    const answer = await this.command('openRound', { body })
    this.roundId = (answer.json as { roundId: string }).roundId
  }

  /** A command of the facilitator, recorded. */
  async command(name: CallName, request: Request): Promise<Answer> {
    const answer = await this.#people.fay.call(name, request)
    this.#keep(answer)
    await this.#settled()
    return answer
  }

  /** A vote. Only its status counts: what it answers is the voter's own. */
  async vote(who: 'ana' | 'ben' | 'cleo', body: object): Promise<void> {
    const answer = await this.#people[who].call('putBallot', { params: { roundId: this.roundId }, body })
    this.#answers.push(answer.status)
    await this.#settled()
  }

  /** A paper ballot: what the facilitator is answered is recorded whole. */
  async votePaper(body: object): Promise<void> {
    const params = { roundId: this.roundId, seatId: this.#proxySeatId }
    await this.command('putProxyBallot', { params, body })
  }

  /** Everything that everyone may ask about; of the own ballot, that there is one. */
  async look(): Promise<void> {
    const { fay, ben, vic } = this.#people
    const params = { roundId: this.roundId }
    for (const person of [fay, ben, vic])
      for (const name of ['readWorkshop', 'analysis', 'exportJson'] as const)
        this.#keep(await person.call(name))
    this.#keep(await fay.call('roundProgress', { params }))
    this.#keep(await fay.call('listSeats'))
    this.#keep(await fay.call('readBallot', { params }))
    this.#keep(await vic.call('readBallot', { params }))
    this.#keep(await vic.fetch('GET', `/api/workshops/${vic.workshopId}/rounds/${this.roundId}`))
  }

  async recording(): Promise<unknown[]> {
    await this.#settled()
    return [
      [...this.#answers],
      this.#sockets.map(({ frames }) => frames.map((frame) => frame.toString('hex')).filter(isNoHeartbeat)),
      this.#server.logLines.filter((line) => !line.includes('Server listening')),
      await this.#stored(),
      lastHeads(this.#bus?.messages ?? []),
    ]
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) await socket.close()
  }

  #keep({ status, headers, text }: Answer): void {
    const { date: _, ...open } = Object.fromEntries(headers)
    // The port is the one thing that two plays cannot share.
    const named = JSON.stringify(open).replaceAll(new URL(this.#server.url).host, 'host')
    this.#answers.push({ status, headers: named, text })
  }

  /** Waits until every socket shows what is committed, so that both plays cut their frames at the same places. */
  async #settled(): Promise<void> {
    const { documents } = this.#server.running.service
    const { workshopId } = this.#people.fay
    for (const [index, socket] of this.#sockets.entries()) {
      const doc = await documents.read(workshopId, index % 2 === 0 ? 'board' : 'record')
      if (doc) await until(() => isSame(socket.doc, doc), 'a socket to show the document')
    }
    if (this.#bus) await this.#busHasTold(documentName(workshopId, 'record'), this.#bus)
  }

  async #busHasTold(name: string, { messages }: BusListening): Promise<void> {
    const head = (await this.#server.running.service.storage.log.heads([name])).get(name) ?? 0
    const told = () => messages.some((one) => one.says === 'grown' && one.doc === name && one.head >= head)
    if (head > 0) await until(told, 'the bus to have told of the record')
  }

  async #stored(): Promise<string> {
    const { db } = this.#server.running.service.storage
    const rows: unknown[] = []
    for (const table of openTables) rows.push(await db.selectFrom(table).selectAll().execute())
    return JSON.stringify(rows)
  }
}

/** An empty presence message is sent after ten silent seconds, which only a busy machine takes: it tells the time. */
export const isNoHeartbeat = (frame: string): boolean => frame !== '010100'

/** How many commits one announcement covers is a matter of time, and its head a number of commits; the last one stays. */
export function lastHeads(messages: readonly unknown[]): readonly unknown[] {
  const docOf = (message: unknown) => {
    const { says, doc } = message as { says?: string; doc?: string }
    return says === 'grown' ? doc : undefined
  }
  const isLast = (message: unknown, at: number) =>
    docOf(message) === undefined || !messages.slice(at + 1).some((later) => docOf(later) === docOf(message))
  return messages.filter(isLast)
}

export const isSame = (a: Y.Doc, b: Y.Doc) =>
  Buffer.compare(Y.encodeStateVector(a), Y.encodeStateVector(b)) === 0

export interface BusListening {
  /** All that processes have told each other so far. */
  readonly messages: readonly BusMessage[]
  close(): Promise<void>
}

/** Listens where the processes of one server talk to each other. */
export async function listenToBus(databaseUrl: string): Promise<BusListening> {
  const client = new pg.Client({ connectionString: databaseUrl })
  const unpacker = new Unpacker('listener')
  const messages: BusMessage[] = []
  client.on('notification', ({ payload }) => messages.push(...unpacker.receive(payload ?? '')))
  await client.connect()
  await client.query('listen guessproof')
  return { messages, close: () => client.end() }
}
