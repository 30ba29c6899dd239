/** Puts a new workshop into storage: rows, links and three documents, in one transaction, before anybody can join. */
import { CODE_LIFE_MS, freeCode } from '#server/auth/codes.ts'
import { type LinkBase, type Links, makeLinks } from '#server/auth/links.ts'
import { grantToken, type Seated } from '#server/auth/seats.ts'
import { type Chance, type Clock, newId } from '#server/chance.ts'
import type { Docs, States } from '#server/history/new-docs.ts'
import { insertRows } from '#server/persistence/insert-rows.ts'
import type { Storage, Tx } from '#server/persistence/storage.ts'
import { mirrorSeat } from '#server/record/mirror.ts'
import { addFunction, addOption, changeScene } from '#shared/board/scene-edits.ts'
import { runEdit } from '#shared/document/edit.ts'
import { schemaVersion } from '#shared/document/migrations.ts'
import { documentKinds, documentName } from '#shared/document/names.ts'
import { SEED } from '#shared/document/origins.ts'

export interface NewWorkshop {
  readonly id: string
  readonly title: string
  readonly isDemo: boolean
  readonly states: States
  /** Everyone who has a seat, the owner among them. */
  readonly seats: readonly Seated[]
  /** The seat of whoever opened it. */
  readonly ownerId: string
  /** Unknown parts of an imported file, as JSON. */
  readonly extras: string
  /** Rows that refer to workshop and seats. */
  readonly more: (tx: Tx) => Promise<void>
}

export interface Opened {
  readonly token: string
  readonly joinCode: string
  readonly links: Links
}

interface Surroundings {
  readonly storage: Storage
  readonly clock: Clock
  readonly chance: Chance
}

const usualFunctions = ['Marketing', 'Sales', 'Customer service', 'Product', 'Finance', 'Something else']

export async function storeWorkshop(
  { storage, clock, chance }: Surroundings,
  base: LinkBase,
  workshop: NewWorkshop,
): Promise<Opened> {
  const now = clock.now()
  return storage.transaction(async (tx) => {
    const joinCode = await freeCode(tx, chance)
    await tx
      .insertInto('workshops')
      .values({
        id: workshop.id,
        title: workshop.title,
        is_demo: workshop.isDemo ? 1 : 0,
        join_code: joinCode,
        join_code_until: now + CODE_LIFE_MS,
        created_at: now,
        active_at: now,
        extras: workshop.extras,
      })
      .execute()
    await insertRows(tx, 'seats', workshop.seats)
    for (const kind of documentKinds)
      await storage.log.create(tx, {
        id: documentName(workshop.id, kind),
        workshopId: workshop.id,
        kind,
        lineage: newId(chance),
        schemaVersion: schemaVersion(kind),
        seed: workshop.states[kind],
      })
    await workshop.more(tx)
    const links = await makeLinks(tx, base, workshop.id, { seatId: workshop.ownerId, now })
    const token = await grantToken(tx, workshop.ownerId, chance, clock)
    return { token, joinCode, links }
  })
}

export interface Frame {
  readonly title: string
  readonly company: string
  readonly product: string
  readonly segment: string
}

/** What a blank workshop begins with: its frame, the usual functions, and the company as a column of the grid. */
export function seedBlank(
  docs: Docs,
  frame: Frame,
  owner: Seated,
  { chance, clock }: Omit<Surroundings, 'storage'>,
): void {
  const context = { newId: () => newId(chance), now: () => clock.now(), seatId: owner.id }
  docs.board.transact(() => {
    runEdit(docs.board, changeScene, frame, context, SEED)
    for (const name of usualFunctions) runEdit(docs.board, addFunction, { name }, context, SEED)
    runEdit(docs.board, addOption, { name: frame.company || 'Us', kind: 'us' }, context, SEED)
  }, SEED)
  docs.record.transact(() => mirrorSeat(docs.record, owner), SEED)
}
