/** Records of one kind on the board, to be found by their ids and titles. */
import type { ListKind } from '#shared/board/list-edits.ts'
import type { Held } from '#shared/lists/list-field.ts'
import { listShapes } from '#shared/lists/list-fields.ts'
import type { Draft } from '#shared/lists/list-row.ts'
import { type ListWorld, titleKey } from '#shared/lists/list-world.ts'

export class HeldRecords {
  readonly #byId: ReadonlyMap<string, Held>
  readonly #byTitle = new Map<string, Held>()
  readonly #kind: ListKind

  constructor(kind: ListKind, world: ListWorld) {
    this.#kind = kind
    const { needs, options, stages, cards, actions } = world
    const all: readonly Held[] = { needs, competitors: options, stages, cards, actions }[kind]
    this.#byId = new Map(all.map((one) => [one.id, one]))
    const main = listShapes[kind].main
    for (const one of all) {
      const place = one.place as { stageId: string; lane: string } | undefined
      const key = this.#keyOf(String(one[main]), place?.stageId ?? '', place?.lane ?? '')
      if (!this.#byTitle.has(key)) this.#byTitle.set(key, one)
    }
  }

  byId(id: string): Held | null {
    return this.#byId.get(id) ?? null
  }

  byTitle(draft: Draft): Held | null {
    return this.#byTitle.get(this.keyOf(draft)) ?? null
  }

  keyOf({ title, stage, lane }: Draft): string {
    return this.#keyOf(title, stage ?? '', lane ?? '')
  }

  #keyOf(title: string, stage: string, lane: string): string {
    return this.#kind === 'cards' ? `${stage} ${lane} ${titleKey(title)}` : titleKey(title)
  }
}
