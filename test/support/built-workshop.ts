/**
 * A workshop that is not the sample, built by its people: guesses with ties and one who does not know, customers who
 * decline, leave marks out, know something by hearsay, bought elsewhere, or stand there twice.
 */
import { vi } from 'vitest'
import type { LiveSession } from '#client/session/live-session.ts'
import { addNeed, addOption } from '#shared/board/scene-edits.ts'
import { options } from '#shared/board/schema.ts'
import { insertRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { interviews, quotes, themes } from '#shared/interviews/schema.ts'
import type { Person, TestServer } from '#test/support/server.ts'
import { laptopOf } from '#test/support/server-session.ts'

export type Ballots = readonly (readonly number[] | null)[]

/** Points by ballot over four needs; null: "I do not know". Round 2 ties the first two needs. */
export const guesses: readonly [Ballots, Ballots] = [
  [[40, 30, 20, 10], [20, 40, 20, 20], [50, 25, 25, 0], null],
  [[40, 40, 10, 10], [40, 40, 20, 0], [40, 40, 0, 20], null],
]

export type Marks = Readonly<Record<'us' | 'rival' | 'nothing', readonly (number | null)[]>>

/** Customers by what they gave: points, marks by option, themes. */
export const customers: readonly {
  readonly points: readonly number[] | null
  readonly marks: Partial<Marks>
  readonly themes: readonly string[]
}[] = [
  {
    points: [40, 20, 20, 20],
    marks: { us: [8, 6, null, 5], rival: [5, 7, 6, null] },
    themes: ['a', 'b', 'c'],
  },
  { points: [30, 30, 30, 10], marks: { us: [6, 4, 5, 5], rival: [5, 5, 9, 2] }, themes: ['a', 'd'] },
  { points: [25, 25, 25, 25], marks: { us: [7, 5, 6, null] }, themes: [] },
  // Would not put numbers on it, and marked all the same.
  { points: null, marks: { us: [9, 5, null, null], rival: [4, 8, 8, 3] }, themes: ['b'] },
  { points: [10, 40, 40, 10], marks: { us: [8, null, 7, 6], nothing: [1, 1, 2, 2] }, themes: ['e'] },
  { points: [0, 50, 50, 0], marks: { rival: [6, 9, 7, null] }, themes: ['e', 'f'] },
  // Not 100 in all: kept, and not counted.
  { points: [90, 0, 0, 0], marks: {}, themes: ['g'] },
]

const nobody = {
  role: '',
  trade: '',
  staff: null,
  sites: null,
  buyingRole: null,
  yearsAsCustomer: null,
  wonOrLost: 'won' as const,
}

export interface BuiltWorkshop {
  readonly fay: Person
  /** A member. */
  readonly ana: Person
  readonly optionIds: Readonly<Record<keyof Marks, string>>
  /** Of both guesses. */
  readonly rounds: readonly string[]
  /** Another round, revealed at once. */
  readonly guess: (people: readonly Person[], ballots: Ballots) => Promise<string>
  close(): void
}

const write: Edit<(doc: Parameters<typeof insertRow>[0]) => void> = (doc, change) => change(doc)

async function saved(session: LiveSession): Promise<void> {
  const look = () => {
    if (session.saved.getState().status !== 'saved') throw new Error('Not saved yet.')
  }
  await vi.waitFor(look, { timeout: 20_000, interval: 10 })
}

/** Over HTTP and sockets; the envelope is still sealed. */
export async function buildWorkshop(server: TestServer): Promise<BuiltWorkshop> {
  const sessions: LiveSession[] = []
  const sit = async (person: Person) => {
    const session = await laptopOf(person, server.url).open()
    sessions.push(session)
    await saved(session)
    return session
  }
  const fay = server.newPerson()
  const { joinCode } = await fay.open()
  const people: Person[] = []
  for (const name of ['Ana', 'Ben', 'Cai', 'Dov']) {
    const person = server.newPerson()
    await person.join({ code: joinCode, name, functionName: 'Sales' })
    people.push(person)
  }
  const rae = server.newPerson()
  await rae.join({ code: joinCode, name: 'Rae' })
  await fay.ask('changeSeat', { params: { seatId: rae.seatId }, body: { role: 'researcher' } })

  const board = await sit(fay)
  const needIds = ['Alarms', 'Audit', 'Fitting', 'Cost'].map((short) => board.edit(addNeed, { short }))
  // A new workshop has a column for us from the start.
  const us = [...board.rows(options).getState().values()].find(({ kind }) => kind === 'us')?.id ?? ''
  const rival = board.edit(addOption, { name: 'Rival', kind: 'competitor' })
  const nothing = board.edit(addOption, { name: 'Nothing', kind: 'status_quo' })
  const optionIds = { us, rival, nothing }
  await saved(board)
  const byNeed = <T>(values: readonly T[]) => byIds(needIds, values)
  const guess = (who: readonly Person[], ballots: Ballots) => revealGuess(fay, who, needIds, ballots)
  const rounds = [await guess(people, guesses[0]), await guess(people, guesses[1])]

  const desk = await sit(rae)
  desk.editInterviews(write, (doc) => {
    for (const label of 'abcdefg') insertRow(doc, themes, label, { label })
    for (const [at, { points, marks, themes: raised }] of customers.entries()) {
      const given = Object.entries(marks) as [keyof Marks, readonly (number | null)[]][]
      insertRow(doc, interviews, `c${at}`, {
        pseudonym: `Bird ${at}`,
        date: `2026-05-0${at + 1}`,
        mode: 'phone',
        weights: points
          ? { status: 'given', points: byNeed(points), reason: '' }
          : { status: 'declined', points: {}, reason: 'No numbers' },
        marks: [
          ...given.map(([option, values]) => ({
            optionId: optionIds[option],
            basis: 'used' as const,
            marks: byNeed(values),
          })),
          // Known by hearsay: kept, and never in a mean.
          ...(marks.nothing
            ? []
            : [{ optionId: nothing, basis: 'heard_of' as const, marks: byNeed([9, 9, 9, 9]) }]),
        ],
        themeIds: raised.slice(0, 1),
      })
      // A theme counts once a customer, on whatever it was tagged.
      insertRow(doc, quotes, `q${at}`, { interviewId: `c${at}`, text: 'Said', themeIds: raised })
    }
    const strong = { status: 'given' as const, points: byNeed([0, 0, 0, 100]), reason: '' }
    insertRow(doc, interviews, 'lost', {
      pseudonym: 'Lost bird',
      date: '2026-05-08',
      mode: 'video',
      weights: strong,
      customer: { ...nobody, wonOrLost: 'lost' },
    })
    insertRow(doc, interviews, 'double', {
      pseudonym: 'Second bird',
      date: '2026-05-09',
      mergedInto: 'c0',
      weights: strong,
    })
  })
  await saved(desk)
  return {
    fay,
    ana: people[0] as Person,
    optionIds,
    rounds,
    guess,
    close: () => {
      for (const session of sessions) session.close()
    },
  }
}

const byIds = <T>(ids: readonly string[], values: readonly T[]): Record<string, T> =>
  Object.fromEntries(ids.map((id, at) => [id, values[at] as T]))

async function revealGuess(
  fay: Person,
  people: readonly Person[],
  needIds: string[],
  ballots: Ballots,
): Promise<string> {
  const body = { kind: 'weights', subjects: needIds, anonymity: 'anonymous' } as const
  const { roundId } = await fay.ask('openRound', { body })
  for (const [at, given] of ballots.entries()) {
    const points = given && byIds(needIds, given)
    const ballot = {
      points: points ?? {},
      unsure: points && at === 1 ? [needIds[3] ?? ''] : [],
      confidence: null,
      abstained: points === null,
      reason: '',
    }
    await people[at]?.ask('putBallot', { params: { roundId }, body: { ...ballot, sealed: true } })
  }
  await fay.ask('revealRound', { params: { roundId }, body: {} })
  return roundId
}
