/** Of a list of cards: the stage and lane each lies in, and which question or doubt it settles. */
import { maySettle } from '#shared/board/card-edits.ts'
import type { CardEntry } from '#shared/board/list-edits.ts'
import { type Card, type Lane, lanes, type Stage, stages } from '#shared/board/schema.ts'
import { comparable } from '#shared/intake/names.ts'
import { takenKey } from '#shared/lists/differences.ts'
import type { Held } from '#shared/lists/list-field.ts'
import { oneOf } from '#shared/lists/list-field.ts'
import { laneWays } from '#shared/lists/list-fields.ts'
import type { Draft } from '#shared/lists/list-row.ts'
import { type ListWorld, titleKey } from '#shared/lists/list-world.ts'

type Tell = (draft: Draft, field: string, message: string) => void

interface Settings {
  readonly lane?: Lane
  readonly stages?: Readonly<Record<string, string>>
  readonly taken?: ReadonlySet<string>
}

interface Entry {
  readonly draft: Draft
  readonly id: string | null
  readonly values: Record<string, unknown>
  readonly isMeant: (field: string) => boolean
}

/** Something that can be settled. */
interface Asked {
  readonly ref: string
  readonly stage: string
  readonly lane: Lane
}

/** A stage that is to be made. */
export const NEW_STAGE = 'new'
const newRef = (key: string): string => `${NEW_STAGE} ${key}`
const refOf = ({ row }: Draft): string => `row ${row}`

/** Signs count only where a name has nothing else. */
const stageKey = (name: string): string => comparable(name) || titleKey(name)

const laneField = oneOf('lane', laneWays, [])
const laneName = (lane: Lane): string => laneWays[lane]?.[0] ?? lane
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

export class CardCells {
  readonly #world: ListWorld
  readonly #settings: Settings
  /** Null: several stages have this name. */
  readonly #stages = new Map<string, Stage | null>()
  readonly #exact = new Map<string, Stage | null>()
  readonly #unknown = new Map<string, string>()
  readonly #settled = new Map<Draft, readonly string[]>()

  constructor(world: ListWorld, settings: Settings) {
    this.#world = world
    this.#settings = settings
    for (const stage of world.stages) {
      const [key, exact] = [stageKey(stage.name), titleKey(stage.name)]
      if (key === '') continue
      this.#stages.set(key, this.#stages.has(key) ? null : stage)
      this.#exact.set(exact, this.#exact.has(exact) ? null : stage)
    }
  }

  get unknownStages(): readonly { readonly key: string; readonly name: string; readonly chosen: string }[] {
    return [...this.#unknown].map(([key, name]) => ({ key, name, chosen: this.#chosen(key) }))
  }

  #chosen(key: string): string {
    const wanted = this.#settings.stages?.[key]
    const isThere = this.#world.stages.some(({ id }) => id === wanted)
    return wanted !== undefined && isThere ? wanted : key === '' ? '' : NEW_STAGE
  }

  /** Where the card lies. */
  place(draft: Draft, fault: Tell): void {
    const lane = draft.told.get('lane')?.cell
    const at = draft.held?.place as Card['place'] | undefined
    draft.lane = lane === undefined ? (at?.lane ?? this.#settings.lane ?? 'question') : null
    if (lane !== undefined) {
      const reading = laneField.read(lane, { world: this.#world, dateOrder: null, note: () => {} })
      if ('fault' in reading) fault(draft, 'lane', reading.fault)
      else {
        draft.lane = lanes.find((one) => one === reading.changes.lane) ?? null
        draft.told.set('lane', { cell: lane, ...reading })
      }
    }
    draft.stage = this.#stageOf(draft, at?.stageId, fault)
    this.#judgeAnswer(draft)
  }

  #stageOf(draft: Draft, at: string | undefined, fault: Tell): string | null {
    const name = draft.told.get('stage')?.shown ?? ''
    if (name === '' && at !== undefined) return at
    const key = stageKey(name)
    const known = this.#exact.get(titleKey(name)) ?? this.#stages.get(key)
    if (known) return known.id
    if (known === null) {
      fault(draft, 'stage', `several stages are called “${short(name)}”: give them different names first`)
      return null
    }
    this.#unknown.set(key, name)
    const chosen = this.#chosen(key)
    if (chosen === '') fault(draft, 'stage', 'names no stage: choose above where such cards go')
    const wrong = chosen === NEW_STAGE ? stages.fields.name.fault(name) : null
    if (wrong !== null) fault(draft, 'stage', `${wrong}: no stage can have this name`)
    return chosen === NEW_STAGE ? newRef(key) : chosen
  }

  /** A card that is here stays in its lane until the list's is taken. */
  #laneAfter({ row, held, lane }: Draft): Lane | null {
    const at = held?.place as Card['place'] | undefined
    return at && !this.#settings.taken?.has(takenKey(row, 'lane')) ? at.lane : lane
  }

  /** State and truth belong to answers alone; elsewhere they say nothing. */
  #judgeAnswer(draft: Draft): void {
    if (this.#laneAfter(draft) === 'answer') return
    for (const field of ['status', 'trueToday']) draft.told.delete(field)
  }

  /** Finds what each card settles, among the cards here and those of the list. */
  settle(drafts: readonly Draft[], fault: Tell, notice: Tell): void {
    const asked = new Map<string, Asked[]>()
    const know = (title: string, one: Asked) => {
      const others = asked.get(titleKey(title))
      if (!others) asked.set(titleKey(title), [one])
      else if (!others.some(({ ref }) => ref === one.ref)) others.push(one)
    }
    for (const { id, text, place } of this.#world.cards)
      know(text, { ref: id, stage: place.stageId, lane: place.lane })
    const firsts = new Map<string, string>()
    for (const draft of drafts) {
      const { lane, stage, held, title } = draft
      if (!lane || stage === null || draft.isFaulty) continue
      const cell = `${stage} ${lane} ${titleKey(title)}`
      const ref = held?.id ?? firsts.get(cell) ?? refOf(draft)
      firsts.set(cell, ref)
      know(title, { ref, stage, lane })
    }
    for (const draft of drafts) {
      const cell = draft.told.get('settles')?.cell
      const lane = this.#laneAfter(draft)
      if (cell === undefined || draft.isFaulty || lane === null) continue
      if (lane !== 'answer' && lane !== 'tool') {
        draft.told.delete('settles')
        notice(draft, 'settles', `is left out: in “${laneName(lane)}” nothing settles anything`)
        continue
      }
      const wrong = this.#settleOne(draft, cell, lane, asked)
      if (wrong !== null) fault(draft, 'settles', wrong)
    }
  }

  /** What is wrong with what it should settle; null when it is known. */
  #settleOne(
    draft: Draft,
    cell: string,
    lane: Lane,
    asked: ReadonlyMap<string, readonly Asked[]>,
  ): string | null {
    const refs = new Set<string>()
    for (const name of namesIn(cell, (key) => asked.has(key))) {
      const fitting = (asked.get(titleKey(name)) ?? []).filter((one) => maySettle(lane, one.lane))
      const near = fitting.filter(({ stage }) => stage === draft.stage)
      const [found, another] = near.length > 0 ? near : fitting
      const what = lane === 'answer' ? 'question or doubt' : 'answer'
      if (!found) return `“${short(name)}” is no ${what} here or in the list`
      if (another && !draft.held)
        return `“${short(name)}” stands in several places: it is not clear which is meant`
      refs.add(found.ref)
    }
    this.#settled.set(draft, [...refs])
    return null
  }

  /** Words of a field of the card here; null for fields this does not know. */
  ours(field: string, held: Held): string | null {
    const { stageId, lane } = held.place as Card['place']
    if (field === 'stage') return this.#world.stages.find(({ id }) => id === stageId)?.name ?? ''
    if (field === 'lane') return laneName(lane)
    if (field === 'settles') return this.#settledTexts(held).join('; ')
    return null
  }

  isSame(field: string, draft: Draft, held: Held): boolean {
    const { stageId } = held.place as Card['place']
    if (field === 'stage') return draft.stage === stageId
    if (field !== 'settles') return false
    const textOf = new Map(this.#world.cards.map(({ id, text }) => [id, titleKey(text)]))
    const theirs = new Set((this.#settled.get(draft) ?? []).map((ref) => textOf.get(ref) ?? ref))
    const own = new Set(this.#settledTexts(held).map(titleKey))
    return theirs.size === own.size && [...theirs].every((one) => own.has(one))
  }

  #settledTexts(held: Held): string[] {
    const ids = new Set(held.settles as readonly string[])
    return this.#world.cards.filter(({ id }) => ids.has(id)).map(({ text }) => text)
  }

  entries(all: readonly Entry[]): CardEntry[] {
    return all.map(({ draft, id, values, isMeant }) => {
      const at = draft.held?.place as Card['place'] | undefined
      const stage = (isMeant('stage') ? draft.stage : null) ?? at?.stageId ?? draft.stage ?? ''
      const lane = (isMeant('lane') ? draft.lane : null) ?? at?.lane ?? draft.lane ?? 'question'
      const isMoved = at === undefined || stage !== at.stageId || lane !== at.lane
      const { lane: _lane, ...own } = values
      return {
        id,
        ref: id ?? refOf(draft),
        values: own,
        place: isMoved ? { stage, lane } : null,
        settles: isMeant('settles') ? (this.#settled.get(draft) ?? null) : null,
      }
    })
  }

  /** Names of the stages that are made for these cards, by ref. */
  newStages(drafts: readonly Draft[]): ReadonlyMap<string, string> {
    const wanted = new Set(drafts.map(({ stage }) => stage))
    return new Map(
      [...this.#unknown].flatMap(([key, name]) =>
        wanted.has(newRef(key)) ? [[newRef(key), name] as const] : [],
      ),
    )
  }
}

/** Names in a cell: all of it as one, or one a line, or with semicolons between, which a name may hold itself. */
function namesIn(cell: string, isKnown: (key: string) => boolean): string[] {
  if (isKnown(titleKey(cell))) return [cell]
  const lines = cell.split('\n').filter((line) => line.trim() !== '')
  return lines.flatMap((line) => (isKnown(titleKey(line)) ? [line] : splitNames(line.split(';'), isKnown)))
}

function splitNames(parts: readonly string[], isKnown: (key: string) => boolean): string[] {
  const names: string[] = []
  for (let from = 0; from < parts.length; ) {
    let end = parts.length
    while (end > from + 1 && !isKnown(titleKey(parts.slice(from, end).join(';')))) end--
    const name = parts.slice(from, end).join(';').trim()
    if (name !== '') names.push(name)
    from = end
  }
  return names
}
