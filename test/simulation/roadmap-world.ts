/**
 * Five people at one roadmap, on lines that come and go: each with the board's own edits and undo, in a document of
 * their own, joined through a hub. Played from plain numbers alone, so that a failure can be saved and replayed.
 */
import * as Y from 'yjs'
import { layOut } from '#client/features/roadmap/layout.ts'
import { UndoSteps } from '#client/session/undo.ts'
import { addCards, addStage } from '#shared/board/roadmap-edits.ts'
import { cards, stages } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { type EditContext, runEdit } from '#shared/document/edit.ts'
import { SEED } from '#shared/document/origins.ts'
import { act, type } from '#test/simulation/roadmap-acts.ts'

export const PEOPLE = 5

export interface Step {
  readonly do:
    | 'act'
    | 'type'
    | 'regret'
    | 'undo'
    | 'redo'
    | 'up'
    | 'down'
    | 'meet'
    | 'drop'
    | 'join'
    | 'restart'
  readonly who: number
  readonly a: number
  readonly b: number
  readonly c: number
}

interface Person {
  readonly index: number
  readonly context: EditContext
  doc: Y.Doc
  undo: UndoSteps
  generation: number
  isOnline: boolean
  /** Own updates on their way to the hub, and those of others on their way here. */
  out: Uint8Array[]
  incoming: Uint8Array[]
}

/** What must be there in the end: every card somebody made and did not take back themselves. */
interface World {
  readonly people: readonly Person[]
  readonly hub: Uint8Array[]
  readonly made: Set<string>
}

const REMOTE = Symbol('remote')

/** Plays the steps, checks after each what must always hold, and answers what everyone shows at the end. */
export function play(steps: readonly Step[]): Shown[] {
  const first = seeded()
  const world: World = { people: [], hub: [first], made: new Set() }
  const people = Array.from({ length: PEOPLE }, (_, index) => arrive(index, first, world))
  Object.assign(world, { people })
  for (const { id } of readRows(people[0]?.doc ?? new Y.Doc(), cards)) world.made.add(id)
  for (const step of steps) {
    const person = people[step.who % PEOPLE] as Person
    take(step, person, world)
    checkCells(person.doc)
  }
  for (const person of people) join(person, world)
  meet(world)
  for (const { doc } of people) checkNothingLost(doc, world.made)
  return people.map(({ doc }) => shown(doc))
}

/** Three stages with two cards each. */
function seeded(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  let made = 0
  const context = { newId: () => `seed${made++}`, now: () => 0, seatId: 'seed' }
  for (const name of ['Wish', 'Look', 'Buy']) {
    const stageId = runEdit(doc, addStage, { name }, context, SEED)
    runEdit(doc, addCards, { stageId, lane: 'question', texts: ['What is it?', 'Who?'] }, context, SEED)
  }
  return Y.encodeStateAsUpdate(doc)
}

function arrive(index: number, copy: Uint8Array, world: World): Person {
  let made = 0
  const context = {
    newId: () => `${(index * 7 + made * 13) % 50}-${index}-${made++}`,
    now: () => made,
    seatId: `seat${index}`,
  }
  const person = { index, context, generation: 0, isOnline: true, out: [], incoming: [] }
  return open(person as unknown as Person, copy, world)
}

/** The board from its copy, as a session opens it: undo follows the document from here on. */
function open(person: Person, copy: Uint8Array, world: World): Person {
  const doc = new Y.Doc()
  doc.clientID = 1000 * (person.index + 1) + person.generation
  Y.applyUpdate(doc, copy, REMOTE)
  const undo = new UndoSteps()
  undo.follow(doc)
  doc.getMap(cards.name).observe((event, { origin }) => {
    if (origin === REMOTE) return
    for (const id of event.keysChanged) {
      if (doc.getMap(cards.name).has(id)) world.made.add(id)
      else world.made.delete(id)
    }
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== REMOTE && person.isOnline) person.out.push(update)
  })
  return Object.assign(person, { doc, undo })
}

function take({ do: what, a, b, c }: Step, person: Person, world: World): void {
  const acts: Record<Step['do'], () => void> = {
    act: () => act(person, a, b, c),
    type: () => type(person.doc, a, b, c),
    regret: () => regret(person, a, b, c),
    undo: () => back(person, () => person.undo.undo()),
    redo: () => back(person, () => person.undo.redo()),
    up: () => send(person, a + 1, world),
    down: () => receive(person, a + 1),
    meet: () => meet(world),
    drop: () => Object.assign(person, { isOnline: false, out: [], incoming: [] }),
    join: () => join(person, world),
    restart: () => restart(person, world),
  }
  acts[what]()
}

/** One gesture is one step: taken back at once, it leaves the board as it was. */
function regret(person: Person, a: number, b: number, c: number): void {
  const before = JSON.stringify(shown(person.doc))
  let hasChanged = false
  const note = () => {
    hasChanged = true
  }
  person.doc.on('update', note)
  act(person, a, b, c)
  person.doc.off('update', note)
  if (!hasChanged) return
  back(person, () => person.undo.undo())
  if (JSON.stringify(shown(person.doc)) !== before) throw new Error('[HI-1a] more or less than the gesture')
}

/** [HI-1a] Going back deletes nothing that somebody else wrote. */
function back({ doc }: Person, run: () => void): void {
  const check = ({ deleteSet }: Y.Transaction) => {
    const others = [...deleteSet.clients.keys()].filter((client) => client !== doc.clientID)
    if (others.length > 0) throw new Error(`[HI-1a] undo took away what ${others.join(', ')} wrote`)
  }
  doc.on('afterTransaction', check)
  run()
  doc.off('afterTransaction', check)
}

function send(person: Person, count: number, world: World): void {
  for (const update of person.out.splice(0, count)) publish(update, person, world)
}

function publish(update: Uint8Array, from: Person, { people, hub }: World): void {
  hub.push(update)
  for (const other of people) if (other !== from && other.isOnline) other.incoming.push(update)
}

function receive(person: Person, count: number): void {
  for (const update of person.incoming.splice(0, count)) Y.applyUpdate(person.doc, update, REMOTE)
}

/** A quiet moment: all that is on its way arrives. */
function meet(world: World): void {
  for (const person of world.people) send(person, person.out.length, world)
  for (const person of world.people) receive(person, person.incoming.length)
}

/** Back on the line: both sides give what the other has not, by state vector. */
function join(person: Person, world: World): void {
  if (person.isOnline) return
  person.isOnline = true
  const known = Y.mergeUpdates(world.hub)
  const missing = Y.encodeStateAsUpdate(person.doc, Y.encodeStateVectorFromUpdate(known))
  Y.applyUpdate(person.doc, known, REMOTE)
  publish(missing, person, world)
}

/** Closed and opened again from the copy on the device, off the line; steps of undo end with the page. */
function restart(person: Person, world: World): void {
  const copy = Y.encodeStateAsUpdate(person.doc)
  person.doc.destroy()
  Object.assign(person, { generation: person.generation + 1, isOnline: false, out: [], incoming: [] })
  open(person, copy, world)
}

/** [P4] Every live card lies in one cell of the board as it is drawn, and no other card in any. */
function checkCells(doc: Y.Doc): void {
  const all = readRows(doc, cards)
  const drawn = [...layOut(readRows(doc, stages), all).cells.values()].flat().sort()
  const live = all.flatMap(({ id, binned }) => (binned ? [] : [id])).sort()
  if (drawn.join() !== live.join()) throw new Error(`[P4] drawn ${drawn.join()} of ${live.join()}`)
}

function checkNothingLost(doc: Y.Doc, made: ReadonlySet<string>): void {
  const there = readRows(doc, cards).map(({ id }) => id)
  const lost = [...made].filter((id) => !there.includes(id))
  if (lost.length > 0 || there.length !== made.size) throw new Error(`[P4] lost ${lost.join()} of the cards`)
}

export type Shown = ReturnType<typeof shown>

/** The board as everyone draws it, with every word in it and the bin. */
function shown(doc: Y.Doc) {
  const all = [readRows(doc, stages), readRows(doc, cards)] as const
  const { stageIds, lanes, cells } = layOut(...all)
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
  return {
    stageIds,
    lanes,
    cells: Object.fromEntries([...cells].sort(([a], [b]) => (a < b ? -1 : 1))),
    stages: all[0].sort(byId),
    cards: all[1].sort(byId),
  }
}
