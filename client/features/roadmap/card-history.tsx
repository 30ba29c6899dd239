/** What was changed about a card, by whom and when, newest first: from the change journal, which only the server has. */
import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { firstName } from '#client/lib/first-name.ts'
import { useSeats, useSession } from '#client/session/hooks.ts'
import { answerStatuses, type Card, truths } from '#shared/board/schema.ts'
import type { ChangeEntry } from '#shared/protocol/history-calls.ts'
import styles from './card-parts.module.css'

/** The journal is a moment behind; stepping through cards asks for the one that is stayed with. */
const ASK_AFTER_MS = 700
const SHOWN = 4

export function CardHistory({ card }: { readonly card: Card }) {
  const { t, i18n } = useTranslation('card')
  const session = useSession()
  const seats = useSeats()
  const [entries, setEntries] = useState<readonly ChangeEntry[] | null>(null)
  const [isFailed, setFailed] = useState(false)
  const [isAll, setAll] = useState(false)
  useEffect(() => {
    let isHere = true
    const timer = setTimeout(async () => {
      const answer = await session.command('readHistory', { query: { record: card.id } })
      if (!isHere) return
      setFailed(!answer.ok)
      if (answer.ok) setEntries(answer.reply.entries)
    }, ASK_AFTER_MS)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [session, card])
  const told = toldOf(entries ?? [])
  const when = new Intl.DateTimeFormat(i18n.language, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  const line = (entry: ChangeEntry) => {
    const name = firstName(seats.find(({ id }) => id === entry.seatId)?.name ?? '')
    const what = whatOf(t, entry)
    const at = when.format(entry.at)
    return name === ''
      ? t('history.entry', { when: at, what })
      : t('history.entryBy', { when: at, name, what })
  }
  const isEmpty = entries !== null && told.length === 0
  return (
    <section className={styles.part}>
      <h3>{t('history.title')}</h3>
      {isFailed && <p className={styles.small}>{t('history.failed')}</p>}
      {(isEmpty || entries === null) && card.createdAt !== null && (
        <p className={styles.small}>{t('history.written', { when: when.format(card.createdAt) })}</p>
      )}
      {isEmpty && card.createdAt === null && <p className={styles.small}>{t('history.none')}</p>}
      {told.length > 0 && (
        <ol className={styles.history}>
          {(isAll ? told : told.slice(0, SHOWN)).map((entry) => (
            <li key={entry.entry} dir="auto">
              {line(entry)}
              {entry.reason !== '' && ` ${t('history.reason', { reason: entry.reason })}`}
            </li>
          ))}
        </ol>
      )}
      {!isAll && told.length > SHOWN && (
        <button type="button" className={styles.textButton} onClick={() => setAll(true)}>
          {t('history.more')}
        </button>
      )}
    </section>
  )
}

/** A quote that is linked says who raised the card too: told once. */
const toldOf = (entries: readonly ChangeEntry[]): readonly ChangeEntry[] =>
  entries.filter(
    ({ field, at }) =>
      field !== 'raisedBy' || !entries.some((other) => other.field === 'quoteIds' && other.at === at),
  )

function whatOf(t: TFunction<'card'>, { field, from, to }: ChangeEntry): string {
  switch (field) {
    case '':
      return t(to === null ? 'history.did.binned' : 'history.did.added')
    case 'text':
      return typeof from === 'string' && from !== ''
        ? t('history.did.words', { from })
        : t('history.did.wordsFirst')
    case 'place':
      return t('history.did.moved')
    case 'binned':
      return t(to === null ? 'history.did.restored' : 'history.did.binned')
    case 'quoteIds': {
      const count = lengthOf(to) - lengthOf(from)
      return count > 0 ? t('history.did.quotes', { count }) : t('history.did.unlinked')
    }
    case 'raisedBy':
      return t('history.did.raised')
    case 'status':
      return t('history.did.state', {
        from: t(`answer.states.${known(answerStatuses, from)}`),
        to: t(`answer.states.${known(answerStatuses, to)}`),
      })
    case 'trueToday':
      return t('history.did.trueToday', {
        from: t(`answer.truths.${known(truths, from ?? 'unchecked')}`),
        to: t(`answer.truths.${known(truths, to)}`),
      })
    case 'ownerSeatId':
    case 'ownerFunction':
      return t('history.did.owner')
    case 'settles':
      return t('history.did.settles')
    default:
      return t('history.did.details')
  }
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

function known<T extends string>(all: readonly [T, ...T[]], value: unknown): T {
  return all.find((one) => one === value) ?? all[0]
}
