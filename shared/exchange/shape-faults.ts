/**
 * What may not be in a file whatever it claims to be: too deep, too much, numbers that are none, names that bite.
 * Walks without recursion, so that no file can exhaust the stack.
 */
import { limits } from '#shared/exchange/file.ts'
import { pointer } from '#shared/protocol/faults.ts'
import type { Fault } from '#shared/protocol/problems.ts'

/** Knows its way only by the step before: paths are spelt out for faults alone, or large files would drown in them. */
interface Step {
  readonly value: unknown
  readonly key: string
  readonly before: Step | null
  readonly depth: number
}

export function shapeFaults(json: unknown): Fault[] {
  const faults: Fault[] = []
  const ahead: Step[] = [{ value: json, key: '', before: null, depth: 0 }]
  let seen = 0
  for (let step = ahead.pop(); step && faults.length < limits.faults; step = ahead.pop()) {
    if (++seen > limits.values) return [...faults, { path: '', message: 'The file holds too many values.' }]
    const message = valueFault(step)
    if (message !== null) faults.push({ path: pathOf(step), message })
    else for (const inner of stepsInto(step, faults)) ahead.push(inner)
  }
  return faults
}

function pathOf(step: Step): string {
  const keys: string[] = []
  for (let at = step; at.before; at = at.before) keys.push(at.key)
  return pointer(keys.reverse())
}

function valueFault({ value, depth }: Step): string | null {
  switch (typeof value) {
    case 'boolean':
      return null
    case 'string':
      if (value.length > limits.textLength) return `This is longer than ${limits.textLength} characters.`
      return /\p{Surrogate}/u.test(value) ? 'This holds half of a character.' : null
    case 'number':
      return Number.isFinite(value) ? null : 'This is not a number that can be kept.'
    case 'object':
      if (!isPlain(value)) return 'This is not JSON.'
      return depth > limits.depth ? `This is nested deeper than ${limits.depth} levels.` : null
    default:
      return 'This is not JSON.'
  }
}

/** A list, an object or null; bytes and shared types, as a document may hold them, are none. */
function isPlain(value: object | null): boolean {
  if (value === null || Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function stepsInto(step: Step, faults: Fault[]): Step[] {
  const { value, depth } = step
  if (typeof value !== 'object' || value === null) return []
  const steps: Step[] = []
  for (const [key, inner] of Object.entries(value)) {
    const next = { value: inner, key, before: step, depth: depth + 1 }
    if (key === '__proto__' || key.length > limits.keyLength || /\p{Surrogate}/u.test(key)) {
      faults.push({ path: pathOf(next).slice(0, 1000), message: 'This name cannot be used.' })
    } else steps.push(next)
  }
  return steps.reverse()
}
