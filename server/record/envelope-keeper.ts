/**
 * Keeps what the record says of the interviews in step with them: how many there are and how they were held and, once the
 * envelope is open, publishes what a researcher who was away has added since. It looks once a second, at moments that
 * depend on nothing: when something is typed shows in no figure's time.
 */
import type { Chance, Clock } from '#server/chance.ts'
import type { Storage } from '#server/persistence/storage.ts'
import type { Documents } from '#server/record/documents.ts'
import { publishSealed } from '#server/record/publishing.ts'
import type { RecordWriter } from '#server/record/record-writer.ts'
import { readSingle, updateSingle } from '#shared/document/collection.ts'
import { documentName } from '#shared/document/names.ts'
import { type InterviewFigures, interviewFigures } from '#shared/interviews/counted.ts'
import { hasUnpublished } from '#shared/interviews/publish.ts'
import { envelope } from '#shared/record/schema.ts'

export interface EnvelopeKeeper {
  /** Looks at this workshop soon: it may have changed while nobody listened. */
  look(workshopId: string): void
  close(): Promise<void>
}

export interface KeeperDeps {
  readonly storage: Storage
  readonly documents: Documents
  readonly writer: RecordWriter
  readonly chance: Chance
  readonly clock: Clock
  readonly log: { error(details: object, message: string): void }
}

const LOOK_EVERY_MS = 1000
/** Others may write in between; what is still different then is seen the next time. */
const MAX_ROUNDS = 5
const ENDING = '/interviews'

export function startEnvelopeKeeper(deps: KeeperDeps): EnvelopeKeeper {
  const changed = new Set<string>()
  let looking = Promise.resolve()
  let isLooking = false
  const stopListening = deps.storage.log.onCommitted((committed) => {
    for (const { doc } of committed) if (doc.endsWith(ENDING)) changed.add(doc.slice(0, -ENDING.length))
  })
  const lookAtAll = async () => {
    const workshops = [...changed]
    changed.clear()
    for (const workshopId of workshops)
      await keep(deps, workshopId).catch((error: unknown) => {
        deps.log.error({ err: error }, 'envelope: the record could not be brought in step')
        changed.add(workshopId)
      })
  }
  const timer = setInterval(() => {
    if (isLooking || changed.size === 0) return
    isLooking = true
    looking = lookAtAll().finally(() => {
      isLooking = false
    })
  }, LOOK_EVERY_MS)
  timer.unref()
  return {
    look: (workshopId) => void changed.add(workshopId),
    close: async () => {
      clearInterval(timer)
      stopListening()
      await looking
    },
  }
}

async function keep(deps: KeeperDeps, workshopId: string): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const sealed = await deps.documents.current(documentName(workshopId, 'interviews'))
    const record = await deps.documents.read(workshopId, 'record')
    if (!sealed || !record) return
    const said = readSingle(record, envelope)
    const figures = interviewFigures(sealed.doc)
    const isLate = said.openedAt !== null && hasUnpublished(sealed.doc)
    if (isSame(said, figures) && !isLate) return
    if (isLate)
      await deps.writer.run(workshopId, null, (tx) =>
        publishSealed(tx, deps, { workshopId, seatId: null, at: deps.clock.now() }),
      )
    if (!isSame(said, figures))
      await deps.writer.run(workshopId, null, async (_tx, current) =>
        updateSingle(current, envelope, { ...figures }),
      )
  }
}

const isSame = (a: InterviewFigures, b: InterviewFigures): boolean =>
  a.interviewCount === b.interviewCount && sorted(a.modes) === sorted(b.modes)
const sorted = (modes: InterviewFigures['modes']) => JSON.stringify(Object.entries(modes).sort())
