/**
 * Undo of one's own edits, gesture by gesture, over every document one may write to. A step whose records were
 * deleted by someone else in the meantime, or that would take away what someone else has written since into a record
 * it added, is dropped and changes nothing: it never reaches for an older step instead.
 */
import * as Y from 'yjs'
import { EDIT } from '#shared/document/origins.ts'

/** One step, to be taken back by itself though others have followed. */
export type UndoStep = object

/** Keystrokes closer together than this are one step. */
const TYPING_GROUP_MS = 1_000

type Direction = 'undo' | 'redo'

export class UndoSteps {
  readonly #managers: Y.UndoManager[] = []
  /** Managers in the order of their steps, so that undo goes back in time over all documents. */
  #undoOrder: Y.UndoManager[] = []
  #redoOrder: Y.UndoManager[] = []

  follow(doc: Y.Doc): void {
    const manager = new Y.UndoManager(doc, {
      trackedOrigins: new Set([EDIT]),
      captureTimeout: TYPING_GROUP_MS,
    })
    this.#managers.push(manager)
    manager.on('stack-item-added', ({ stackItem, type, changedParentTypes }) => {
      const order = type === 'undo' ? this.#undoOrder : this.#redoOrder
      order.push(manager)
      noteTouched(stackItem.meta, doc, changedParentTypes)
    })
    manager.on('stack-item-updated', ({ stackItem, changedParentTypes }) =>
      noteTouched(stackItem.meta, doc, changedParentTypes),
    )
    manager.on('stack-cleared', ({ redoStackCleared }) => {
      if (redoStackCleared) this.#redoOrder = this.#redoOrder.filter((one) => one !== manager)
    })
  }

  /** Follows a further origin, until the answer is called: an editor that writes under its own. */
  track(origin: object): () => void {
    for (const manager of this.#managers) manager.addTrackedOrigin(origin)
    return () => {
      for (const manager of this.#managers) manager.removeTrackedOrigin(origin)
    }
  }

  /** What follows is a step of its own. */
  endStep(): void {
    for (const manager of this.#managers) manager.stopCapturing()
  }

  /** Runs one gesture: what it changes is one step, whatever came just before or after. */
  step<T>(run: () => T): T {
    this.endStep()
    const result = run()
    this.endStep()
    return result
  }

  /** The newest step, or null when there is none. */
  get last(): UndoStep | null {
    return this.#undoOrder.at(-1)?.undoStack.at(-1) ?? null
  }

  /** Forgets all steps: what they would bring back may have been withdrawn. */
  forget(): void {
    for (const manager of this.#managers) manager.clear()
    this.#undoOrder = []
    this.#redoOrder = []
  }

  undo(): boolean {
    return this.#step('undo', this.#undoOrder.pop())
  }

  /** Takes back that step alone. False when that was done already, or cannot be done cleanly any more. */
  undoStep(step: UndoStep): boolean {
    for (const manager of this.#managers) {
      const at = (manager.undoStack as readonly object[]).indexOf(step)
      if (at < 0) continue
      const places = this.#undoOrder.flatMap((one, i) => (one === manager ? [i] : []))
      this.#undoOrder.splice(places[at] ?? 0, 1)
      const later = manager.undoStack.splice(at + 1)
      const isDone = this.#step('undo', manager)
      manager.undoStack.push(...later)
      return isDone
    }
    return false
  }

  redo(): boolean {
    return this.#step('redo', this.#redoOrder.pop())
  }

  #step(direction: Direction, manager: Y.UndoManager | undefined): boolean {
    if (!manager) return false
    this.endStep()
    return takeOne(manager, direction)
  }
}

/** Takes back the top step alone: the manager by itself goes on to older steps when the top one does nothing. */
function takeOne(manager: Y.UndoManager, direction: Direction): boolean {
  const key = direction === 'undo' ? 'undoStack' : 'redoStack'
  const stack = manager[key]
  const top = stack.pop()
  if (!top || isGone(top.meta, manager.doc) || takesFromOthers(top.meta, manager.doc)) return false
  manager[key] = [top]
  try {
    return manager[direction]() !== null
  } finally {
    manager[key] = stack
  }
}

/** Rows a step changed (`collection`, id), and whether it put them in or out itself. */
interface Touched {
  readonly rows: Map<string, { collection: string; id: string }>
  /** Rows it put in, which taking it back takes out. */
  readonly added: Map<string, { collection: string; id: string }>
  placesRows: boolean
}

/** As much of a Yjs type as it takes to climb from it to its collection. */
interface Climbed {
  readonly parent: Climbed | null
  readonly _item: { readonly parentSub: string | null } | null
}

type ChangedTypes = ReadonlyMap<unknown, readonly { readonly target: Climbed }[]>

function noteTouched(meta: Map<unknown, unknown>, doc: Y.Doc, changed: unknown): void {
  const touched = (meta.get('touched') as Touched | undefined) ?? emptyTouched()
  meta.set('touched', touched)
  for (const [name, root] of doc.share) {
    for (const event of (changed as ChangedTypes).get(root) ?? []) {
      const id = rowOf(event.target, root)
      if (id === null && event instanceof Y.YMapEvent) noteAdded(touched, name, event)
      const isBinning = event instanceof Y.YMapEvent && event.keysChanged.has('binned')
      if (id === null || isBinning) touched.placesRows = true
      else touched.rows.set(`${name}/${id}`, { collection: name, id })
    }
  }
}

const emptyTouched = (): Touched => ({ rows: new Map(), added: new Map(), placesRows: false })

function noteAdded({ added }: Touched, collection: string, event: Y.YMapEvent<unknown>): void {
  for (const [id, { action }] of event.changes.keys)
    if (action === 'add') added.set(`${collection}/${id}`, { collection, id })
}

/** Id of the row that a changed type is, or lies in; null for the collection itself. */
function rowOf(target: Climbed, root: unknown): string | null {
  let type = target
  while (type !== root && type.parent && type.parent !== root) type = type.parent
  return type === root ? null : (type._item?.parentSub ?? null)
}

/** True when every row the step changed has been deleted, or moved to the bin, since. */
function isGone(meta: Map<unknown, unknown>, doc: Y.Doc): boolean {
  const touched = meta.get('touched') as Touched | undefined
  if (!touched || touched.placesRows || touched.rows.size === 0) return false
  return [...touched.rows.values()].every(({ collection, id }) => {
    const row = doc.getMap(collection).get(id)
    return !(row instanceof Y.Map) || Boolean(row.get('binned'))
  })
}

/** True when a row the step added holds something by now that somebody else has written. */
function takesFromOthers(meta: Map<unknown, unknown>, doc: Y.Doc): boolean {
  const touched = meta.get('touched') as Touched | undefined
  return [...(touched?.added.values() ?? [])].some(({ collection, id }) => {
    const row = doc.getMap(collection).get(id)
    return row instanceof Y.Map && holdsOthers(row, doc.clientID)
  })
}

/** As much of a Yjs type as it takes to see who wrote what is in it. */
type Held = Pick<Y.AbstractType<unknown>, '_map' | '_start'>

function holdsOthers(type: Held, own: number): boolean {
  const items: Y.Item[] = [...type._map.values()]
  for (let item = type._start; item; item = item.right) items.push(item)
  return items.some(
    ({ id, deleted, content }) =>
      !deleted && (id.client !== own || (content instanceof Y.ContentType && holdsOthers(content.type, own))),
  )
}
