/** A workshop with somebody of every role, nobody, and a stranger who sits elsewhere; a round of weights is open. */
import { addNeed } from '#shared/board/scene-edits.ts'
import { insertRow, readSingle } from '#shared/document/collection.ts'
import { interviewFigures } from '#shared/interviews/counted.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { envelope, type Role, roles } from '#shared/record/schema.ts'
import { editBoard, editInterviews, type Person, type TestServer, tokenOf } from '#test/support/server.ts'
import { until } from '#test/support/until.ts'

export type Who = Role | 'nobody' | 'stranger'
export const everyone: readonly Who[] = [...roles, 'nobody', 'stranger']

export interface World {
  readonly people: Record<Who, Person>
  readonly workshopId: string
  readonly joinCode: string
  readonly needs: readonly string[]
  readonly roundId: string
  /** The one interview there is. */
  readonly interviewId: string
  /** A link by which many customers may answer. */
  readonly guestLink: { readonly linkId: string; readonly token: string }
  /** Of the link to the result. */
  readonly resultToken: string
  /** Of a link that shows many customers a draft. */
  readonly draftToken: string
  /** A seat that may be removed. */
  readonly otherSeatId: string
  /** A seat without a device. */
  readonly proxySeatId: string
}

export async function makeWorld(server: TestServer, from?: object): Promise<World> {
  const fay = server.newPerson()
  const { workshopId, joinCode, links } = await fay.open(from ? { from: from as never } : {})
  const people = { facilitator: fay, nobody: server.newPerson() } as Record<Who, Person>
  for (const role of ['member', 'sponsor', 'researcher', 'viewer'] as const) {
    people[role] = server.newPerson()
    await people[role].join({
      token: tokenOf(role === 'viewer' ? links.watch : links.participate),
      name: role,
    })
    if (role === 'sponsor' || role === 'researcher')
      await fay.ask('changeSeat', { params: { seatId: people[role].seatId }, body: { role } })
  }
  const other = server.newPerson()
  await other.join({ code: joinCode, name: 'Other' })
  const { seatId: proxySeatId } = await fay.ask('addSeat', { body: { name: 'On paper' } })
  people.stranger = server.newPerson()
  await people.stranger.open()
  for (const who of ['nobody', 'stranger'] as const) people[who].workshopId = workshopId
  const needs: string[] = []
  for (const short of ['One', 'Two']) needs.push(await editBoard(server, workshopId, addNeed, { short }))
  const interviewId = 'avocet'
  await editInterviews(
    server,
    workshopId,
    (doc) => insertRow(doc, interviews, interviewId, { pseudonym: 'Avocet' }),
    null,
  )
  await countedBy(server, workshopId)
  const made = await people.researcher.ask('createGuestLink', {
    body: { label: 'Trade fair', forMany: true, days: 7 },
  })
  const guestLink = { linkId: made.linkId, token: tokenOf(made.link ?? '') }
  const shown = await people.researcher.ask('createGuestLink', {
    body: {
      label: 'Draft',
      forMany: true,
      days: 7,
      draft: { promiseIds: [], stageIds: ['any'], saidOnly: true },
    },
  })
  const { roundId } = await fay.ask('openRound', {
    body: { kind: 'weights', subjects: needs, anonymity: 'anonymous' },
  })
  const otherSeatId = other.seatId
  return {
    people,
    workshopId,
    joinCode,
    needs,
    roundId,
    interviewId,
    guestLink,
    resultToken: tokenOf(links.result),
    draftToken: tokenOf(shown.link ?? ''),
    otherSeatId,
    proxySeatId,
  }
}

/** Waits until the record tells of the interviews there are: from then on nothing happens by itself. */
async function countedBy({ running }: TestServer, workshopId: string): Promise<void> {
  const { documents } = running.service
  await until(async () => {
    const [record, sealed] = [
      await documents.read(workshopId, 'record'),
      await documents.read(workshopId, 'interviews'),
    ]
    if (!record || !sealed) return false
    return readSingle(record, envelope).interviewCount === interviewFigures(sealed).interviewCount
  }, 'the interviews to be counted')
}

/** The member of a world seals a ballot of 70 and 30 points in its round of weights. */
export const sealBallot = ({ people, roundId, needs: [one = '', two = ''] }: World) =>
  people.member.ask('putBallot', {
    params: { roundId },
    body: {
      points: { [one]: 70, [two]: 30 },
      unsure: [],
      confidence: null,
      abstained: false,
      reason: 'Because',
      sealed: true,
    } as never,
  })
