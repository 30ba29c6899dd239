/**
 * What each column of a table holds: chosen by hand, else told by its heading, else as it was chosen the last time.
 * What nothing tells is left out and said so.
 */
import { comparable } from '#shared/intake/names.ts'
import { type Target, type TargetName, targetKey, targetNames, targets } from '#shared/intake/targets.ts'
import type { IntakeWorld } from '#shared/intake/world.ts'

export interface Column extends Target {
  readonly index: number
  /** As it stands in the file, with a number where it stands there twice. */
  readonly header: string
  readonly by: 'hand' | 'name' | 'earlier' | 'nothing'
}

const byOwnName = new Map<string, TargetName>()
for (const name of targetNames) {
  const { header, names } = targets[name]
  for (const one of [header, name, ...names])
    if (!byOwnName.has(comparable(one))) byOwnName.set(comparable(one), name)
}
byOwnName.delete('')

const isSingle = (name: TargetName): boolean => !('of' in targets[name])

/** What a heading says by itself; null when it says nothing. */
export function targetOf(header: string, world: IntakeWorld): Target | null {
  const plain = byOwnName.get(comparable(header))
  if (plain !== undefined && isSingle(plain)) return { to: plain }
  return ofPrefixed(header, world) ?? ofQuestion(header, world)
}

function ofQuestion(header: string, world: IntakeWorld): Target | null {
  const questionId = world.questions.names.find(header)
  return questionId === null ? null : { to: 'answer', questionId }
}

/** `weight: a need`, `mark: an option: a need` and the like. Names may hold colons: exactly one reading must fit. */
function ofPrefixed(header: string, world: IntakeWorld): Target | null {
  const [, prefix = '', rest = ''] = /^([^:]+):([\s\S]*)$/.exec(header) ?? []
  const to = byOwnName.get(comparable(prefix))
  if (to === undefined || isSingle(to)) return null
  const named = rest.trim()
  switch (to) {
    case 'weight': {
      const needId = world.needs.names.find(named)
      return needId === null ? null : { to, needId }
    }
    case 'basis': {
      const optionId = world.options.names.find(named)
      return optionId === null ? null : { to, optionId }
    }
    case 'mark':
      return markOf(named, world)
    case 'answer':
    case 'answerStage': {
      if (named === '') return { to, questionId: '' }
      const questionId = world.questions.names.find(named)
      return questionId === null ? null : { to, questionId }
    }
  }
  return null
}

function markOf(named: string, world: IntakeWorld): Target | null {
  const found: Target[] = []
  for (let at = named.indexOf(':'); at >= 0; at = named.indexOf(':', at + 1)) {
    const optionId = world.options.names.find(named.slice(0, at))
    const needId = world.needs.names.find(named.slice(at + 1))
    if (optionId !== null && needId !== null) found.push({ to: 'mark', optionId, needId })
  }
  return found.length === 1 ? (found[0] ?? null) : null
}

export interface ChosenColumn extends Target {
  readonly header: string
}

export function mapColumns(
  headers: readonly string[],
  chosen: readonly ChosenColumn[],
  world: IntakeWorld,
): Column[] {
  const byHand = new Map(chosen.map((one) => [one.header, one]))
  const earlier = new Map(world.meanings.map((one) => [comparable(one.header), one]))
  const seen = new Map<string, number>()
  const taken = new Set(chosen.filter(({ to }) => to !== 'skip').map(targetKey))
  return headers.map((text, index) => {
    const header = numbered(text.trim() || `Column ${index + 1}`, seen)
    const own = byHand.get(header)
    if (own) return { index, by: 'hand', ...own }
    const named = targetOf(text, world)
    if (named && claim(taken, named)) return { index, header, by: 'name', ...named }
    const was = meant(earlier.get(comparable(header)))
    if (was && claim(taken, was)) return { index, header, by: 'earlier', ...was }
    return { index, header, by: 'nothing', to: 'skip' }
  })
}

/** Two columns may not hold the same: the first one has it. */
function claim(taken: Set<string>, target: Target): boolean {
  if (target.to === 'skip') return true
  const key = targetKey(target)
  if (taken.has(key)) return false
  taken.add(key)
  return true
}

function numbered(header: string, seen: Map<string, number>): string {
  const count = (seen.get(header) ?? 0) + 1
  seen.set(header, count)
  return count === 1 ? header : `${header} (${count})`
}

function meant(meaning: IntakeWorld['meanings'][number] | undefined): Target | null {
  const to = targetNames.find((name) => name === meaning?.target)
  if (!meaning || to === undefined) return null
  const { questionId, needId, optionId } = meaning
  return { to, questionId, needId, optionId }
}

/** What is wrong with the columns as a whole, one sentence each. */
export function columnFaults(columns: readonly Column[], world: IntakeWorld): string[] {
  const faults: string[] = []
  if (!columns.some(({ to }) => to === 'pseudonym'))
    faults.push('No column holds the pseudonym: say which one names the customer.')
  const held = new Map<string, string>()
  for (const column of columns) {
    if (column.to === 'skip') continue
    const missing = missingPart(column, world)
    if (missing) faults.push(`Column “${column.header}” ${missing}`)
    const other = held.get(targetKey(column))
    if (other !== undefined)
      faults.push(`Columns “${other}” and “${column.header}” hold the same: leave one out.`)
    held.set(targetKey(column), column.header)
  }
  return faults
}

function missingPart({ to, questionId, needId, optionId }: Column, world: IntakeWorld): string | null {
  const kind = targets[to]
  const of = 'of' in kind ? kind.of : null
  if (of === 'question' && questionId && world.questions.nameOf(questionId) === null)
    return 'belongs to a question that is not in the guide: choose another.'
  if ((of === 'need' || of === 'cell') && world.needs.nameOf(needId ?? '') === null)
    return 'needs a need: choose which.'
  if ((of === 'option' || of === 'cell') && world.options.nameOf(optionId ?? '') === null)
    return 'needs an option: choose which.'
  return null
}
