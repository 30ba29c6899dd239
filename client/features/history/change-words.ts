/** A change of the journal in words: what it was about, which part of it, from what and to what. */
import type { TFunction } from 'i18next'
import { history } from '#client/texts/en/history.ts'
import { boardCollections, boardSingles } from '#shared/board/schema.ts'
import type { Collection, Singleton } from '#shared/document/collection.ts'
import { interviewCollections } from '#shared/interviews/schema.ts'
import type { ChangeEntry } from '#shared/protocol/history-calls.ts'

type T = TFunction<'history'>

/** Titles by id of what is there now: seats, needs, stages, cards and so on. */
export type Titles = ReadonlyMap<string, string>

export interface ChangeWords {
  readonly about: string
  /** The record's words; empty where it has none any more. */
  readonly title: string
  /** What happened, where no value stands beside another. */
  readonly act: string | null
  readonly field: string
  readonly from: string | null
  readonly to: string | null
}

const isNamed = <K extends string>(names: Readonly<Record<K, string>>, name: string): name is K =>
  Object.hasOwn(names, name)

export function changeWords(t: T, { collection, recordId, field, from, to }: ChangeEntry, titles: Titles) {
  const about = isNamed(history.collections, collection) ? collection : 'other'
  const words: ChangeWords = {
    about: t(`collections.${about}`),
    title: titles.get(recordId) ?? titleIn(from) ?? titleIn(to) ?? '',
    act: null,
    field: isNamed(history.fields, field) ? t(`fields.${field}`) : '',
    from: null,
    to: null,
  }
  if (field === '') return { ...words, act: t(to === null ? 'removed' : 'added') }
  if (field === 'order') return { ...words, act: t('moved') }
  const usual = fallbackOf(collection, field)
  return { ...words, from: valueWords(t, from ?? usual, titles), to: valueWords(t, to ?? usual, titles) }
}

/** What a field that was never written says. */
function fallbackOf(collection: string, field: string): unknown {
  const all: Readonly<Record<string, Collection | Singleton>> = {
    ...boardCollections,
    ...boardSingles,
    ...interviewCollections,
  }
  const fields = Object.hasOwn(all, collection) ? all[collection]?.fields : undefined
  return fields && Object.hasOwn(fields, field) ? fields[field]?.fallback : null
}

/** Longer ones are told by their beginning. */
const LONGEST = 160

/** A value as somebody would say it; what is an id by the title of what it leads to. */
export function valueWords(t: T, value: unknown, titles: Titles): string {
  if (value === null || value === undefined || value === '') return t('noValue')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return titles.get(value) ?? shortened(value)
  if (Array.isArray(value)) return listWords(t, value, titles)
  const { stageId, seatId } = value as Readonly<Record<string, unknown>>
  for (const id of [stageId, seatId]) if (typeof id === 'string') return titles.get(id) ?? t('something')
  return t('something')
}

function listWords(t: T, values: readonly unknown[], titles: Titles): string {
  const named = values.map((one) => (typeof one === 'string' ? titles.get(one) : undefined))
  if (values.length === 0 || named.some((name) => name === undefined))
    return t('entries', { count: values.length })
  return shortened(named.join(', '))
}

/** A choice as it is stored reads as words. */
const shortened = (text: string): string => {
  const words = /^[a-z]+(?:_[a-z]+)+$/u.test(text) ? text.replaceAll('_', ' ') : text
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
}

function titleIn(record: unknown): string | null {
  if (typeof record !== 'object' || record === null) return null
  const values = record as Readonly<Record<string, unknown>>
  for (const key of ['title', 'short', 'text', 'name', 'label', 'pseudonym', 'what'])
    if (typeof values[key] === 'string' && values[key] !== '') return shortened(values[key])
  return null
}
