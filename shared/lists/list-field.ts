/** What a column of a list can hold: by which headings it is known, how a cell is read, and what is there already. */

import { readDay as readDue } from '#shared/board/due-date.ts'
import type { Field, JsonObject } from '#shared/document/fields.ts'
import { linkTarget } from '#shared/document/web-address.ts'
import type { DateOrder } from '#shared/intake/forms.ts'
import { readList } from '#shared/intake/lists.ts'
import { comparable } from '#shared/intake/names.ts'
import { readDay } from '#shared/intake/values.ts'
import { type ListWorld, type SeatedName, titleKey } from '#shared/lists/list-world.ts'

/** A record as it is read here, whatever its kind. */
export type Held = { readonly id: string } & { readonly [field: string]: unknown }

export interface ReadAt {
  readonly world: ListWorld
  /** Which comes first in 3/4/2026; null when nothing tells. */
  readonly dateOrder: DateOrder | null
  note(message: string): void
}

export type Reading =
  | { readonly changes: JsonObject; readonly shown: string }
  /** What is wrong, as a sentence without subject. */
  | { readonly fault: string }

export interface ListField {
  readonly name: string
  /** Headings it is known by, the surest first, compared without case, spaces and signs. */
  readonly words: readonly string[]
  read(cell: string, at: ReadAt): Reading
  /** As the record here has it, in the words in which `read` shows it; empty: nothing. */
  ours(record: Held, world: ListWorld): string
  /** Where other words mean the same. */
  isSame?(record: Held, cell: string, world: ListWorld): boolean
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const short = (text: string): string =>
  text.length > 40 ? `${text.slice(0, 40).replace(/[\ud800-\udbff]$/, '')}…` : text
const said = (text: string, what: string): Reading => ({ fault: `“${short(text)}” ${what}` })

/** Words of the record: one line, or with their line breaks. What is too long is a fault, never cut. */
export function words(
  name: string,
  of: Field<string>,
  headings: readonly string[],
  isLine = true,
): ListField {
  return {
    name,
    words: headings,
    read: (cell) => {
      const text = isLine ? oneLine(cell) : cell.trim()
      const fault = of.fault(text)
      return fault === null
        ? { changes: { [name]: text }, shown: text }
        : { fault: /longer/.test(fault) ? `${fault}: it has ${text.length}` : fault }
    },
    ours: (record) => asText(record[name]),
  }
}

/** Of a few words one; each may be said in several ways, the first of which is shown. */
export function oneOf(
  name: string,
  known: Readonly<Record<string, readonly string[]>>,
  headings: readonly string[],
  /** What stands there as long as nobody has said anything. */
  nothing: string | null = null,
): ListField {
  const ids = new Map(
    Object.entries(known).flatMap(([id, ways]) => [id, ...ways].map((way) => [comparable(way), id] as const)),
  )
  const shown = (id: string) => known[id]?.[0] ?? id
  return {
    name,
    words: headings,
    read: (cell) => {
      const id = ids.get(comparable(cell)) ?? ids.get(cell.trim())
      return id === undefined
        ? said(cell.trim(), `is none of these: ${Object.keys(known).map(shown).join(', ')}`)
        : { changes: { [name]: id }, shown: id === nothing ? '' : shown(id) }
    },
    ours: (record) => {
      const id = asText(record[name])
      return id === '' || id === nothing ? '' : shown(id)
    },
  }
}

/** Weeks and other amounts; a comma before one or two digits is a decimal one. */
export function amount(name: string, of: Field<number | null>, headings: readonly string[]): ListField {
  return {
    name,
    words: headings,
    read: (cell) => {
      const match = /^(\d{1,6})(?:[.,](\d{1,2}))?\s*(?:weeks?|wks?|w)?$/i.exec(cell.trim())
      if (!match) return said(cell.trim(), 'is not a number such as 3 or 2.5')
      const value = Number(`${match[1]}.${match[2] ?? '0'}`)
      const fault = of.fault(value)
      return fault === null ? { changes: { [name]: value }, shown: String(value) } : { fault }
    },
    ours: (record) => (typeof record[name] === 'number' ? String(record[name]) : ''),
  }
}

export function several(name: string, of: Field<readonly string[]>, headings: readonly string[]): ListField {
  return {
    name,
    words: headings,
    read: (cell) => {
      const value = readList(cell).map(oneLine)
      const fault = of.fault(value)
      return fault === null ? { changes: { [name]: value }, shown: value.join('; ') } : { fault }
    },
    ours: (record) => (record[name] as readonly string[]).map(oneLine).join('; '),
  }
}

/** A day as people write it; what can be two days is asked about. */
export function dayField(name: string, headings: readonly string[]): ListField {
  return {
    name,
    words: headings,
    read: (cell, { world, dateOrder }) => {
      const text = cell.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1')
      const found = readDue(text, world.today)
      if ('day' in found) return { changes: { [name]: found.day }, shown: found.day }
      if (found.why === 'no-such-day') return said(text, 'is no day of the calendar')
      if (found.why === 'not-understood')
        return said(text, 'is not understood as a day; write it as 2026-03-31, 31 March or end of April')
      const read = dateOrder === null ? null : readDay(text, dateOrder)
      if (read && 'value' in read) return { changes: { [name]: read.value }, shown: read.value }
      return said(text, 'could be two days: say which comes first, the day or the month')
    },
    ours: (record) => asText(record[name]),
  }
}

/** An address or words; one that runs as a program is refused. */
export const place = (name: string, of: Field<string>, headings: readonly string[]): ListField => ({
  ...words(name, of, headings),
  isSame: (record, cell) => {
    const own = asText(record[name])
    return own !== '' && linkTarget(own) !== null && linkTarget(own) === linkTarget(cell)
  },
})

/** The one seat of that name. */
export function seatNamed(name: string, { seats }: ListWorld): SeatedName | null {
  const found = seats.filter((seat) => titleKey(seat.name) === titleKey(name))
  return found.length === 1 ? (found[0] ?? null) : null
}

export const functionNamed = (name: string, { functions }: ListWorld): string | null =>
  functions.find((one) => titleKey(one) === titleKey(name)) ?? null

const seatOf = (id: unknown, { seats }: ListWorld): SeatedName | undefined =>
  seats.find((seat) => seat.id === id)

/** A function of the room; one it has not is taken as it is written, and said. */
export function functionField(name: string, of: Field<string>, headings: readonly string[]): ListField {
  return {
    name,
    words: headings,
    read: (cell, { world, note }) => {
      const text = oneLine(cell)
      const known = functionNamed(text, world)
      const fault = of.fault(text)
      if (fault !== null) return { fault }
      if (known === null) note(`“${short(text)}” is no function of this room: it is kept as it is written`)
      return { changes: { [name]: known ?? text }, shown: known ?? text }
    },
    ours: (record) => asText(record[name]),
  }
}

/** Who sees to it: somebody of the room, a function, or, where `nameField` says so, anybody by name. */
export function ownerField(
  fields: { readonly function: string; readonly name: string | null },
  most: Field<string>,
  headings: readonly string[],
): ListField {
  const free = fields.name ?? fields.function
  return {
    name: 'owner',
    words: headings,
    read: (cell, { world, note }) => {
      const text = oneLine(cell)
      const seat = seatNamed(text, world)
      const nameless: JsonObject = fields.name === null ? {} : { [fields.name]: '' }
      if (seat)
        return {
          changes: {
            ownerSeatId: seat.id,
            ...nameless,
            ...(seat.functionName !== '' && { [fields.function]: seat.functionName }),
          },
          shown: seat.name,
        }
      const known = functionNamed(text, world)
      if (known !== null)
        return { changes: { ownerSeatId: null, ...nameless, [fields.function]: known }, shown: known }
      const fault = most.fault(text)
      if (fault !== null) return { fault }
      note(`nobody called “${short(text)}” has a seat here: the name is kept as it is written`)
      return { changes: { ownerSeatId: null, [free]: text }, shown: text }
    },
    ours: (record, world) =>
      seatOf(record.ownerSeatId, world)?.name ??
      (asText(fields.name === null ? '' : record[fields.name]) || asText(record[fields.function])),
    // Our own files may name people by what they do.
    isSame: (record, cell, world) => {
      const seat = seatOf(record.ownerSeatId, world)
      const ways = [
        seat?.name,
        seat?.functionName,
        seat?.role,
        asText(record[free]),
        asText(record[fields.function]),
      ]
      return ways.some((way) => way !== undefined && way !== '' && titleKey(way) === titleKey(cell))
    },
  }
}

/** Read by itself, where the whole of the list is known. */
export const special = (name: string, headings: readonly string[]): ListField => ({
  name,
  words: headings,
  read: (cell) => ({ changes: {}, shown: oneLine(cell) }),
  ours: () => '',
})
