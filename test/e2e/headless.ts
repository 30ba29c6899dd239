/** People of a room without a screen: they join and vote through the HTTP contract alone. */
import type { Page } from '@playwright/test'
import type { Workshop } from '#test/e2e/room.ts'
import { Person } from '#test/support/server.ts'

const functions = ['Marketing', 'Sales', 'Customer service', 'Product'] as const

export interface Voter {
  readonly person: Person
  readonly functionName: string
}

/** Seats so many, their functions in turn. */
export async function seatHeadless(url: string, { code }: Workshop, count: number): Promise<Voter[]> {
  const voters: Voter[] = []
  for (let i = 0; i < count; i++) {
    const functionName = functions[i % functions.length] ?? functions[0]
    const person = new Person(url)
    await person.join({ code, name: `Voter ${i + 1}`, functionName })
    voters.push({ person, functionName })
  }
  return voters
}

/** Seals, or with `sealed: false` only keeps, a ballot of each; null: this one gives none. */
export async function putBallots(
  voters: readonly Voter[],
  roundId: string,
  ballots: readonly (object | null)[],
  sealed = true,
): Promise<void> {
  for (const [index, { person }] of voters.entries()) {
    const ballot = ballots[index]
    if (ballot) await person.ask('putBallot', { params: { roundId }, body: { ...ballot, sealed } })
  }
}

/** The round that this act on the page opens. */
export async function roundOpenedBy(page: Page, act: () => Promise<void>): Promise<string> {
  const [reply] = await Promise.all([
    page.waitForResponse((one) => one.url().endsWith('/rounds') && one.request().method() === 'POST'),
    act(),
  ])
  return ((await reply.json()) as { roundId: string }).roundId
}
