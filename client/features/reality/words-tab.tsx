/** In their words: quotes by need in the customers' order; on a projector one at a time, with the arrow keys. */
import '@fontsource-variable/source-serif-4/wght-italic.css'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GapModel, GapRow } from '#client/features/reality/gap-model.ts'
import { ourPlace, theirPlace } from '#client/features/reality/reality-words.ts'
import type { SaidWords } from '#client/features/reality/use-quotes.ts'
import { isLetterKey } from '#client/lib/letter-keys.ts'
import { Button } from '#client/ui/button.tsx'
import segments from '#client/ui/segments.module.css'
import typography from '#client/ui/type.module.css'
import { GuessWords } from '#client/ui/words.tsx'
import styles from './words.module.css'

interface Group {
  readonly id: string
  readonly row: GapRow | null
  readonly quotes: readonly SaidWords[]
}

export function WordsTab(props: {
  readonly model: GapModel
  readonly said: readonly SaidWords[]
  /** Before the figures: no place, no points, needs in the order in which they were asked. */
  readonly isBefore?: boolean
}) {
  const { model, said, isBefore = false } = props
  const { t } = useTranslation('reality')
  const [isOne, setOne] = useState(false)
  const groups = groupsOf(model, said, isBefore)
  return (
    <article>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{t(isBefore ? 'beats.words.title' : 'words.title')}</h1>
          <p className={typography.lead}>
            {isBefore && `${t('beats.words.lead')} `}
            {t('words.lead', { count: said.length })}
          </p>
        </div>
        {said.length > 1 && (
          <fieldset className={segments.segments} aria-label={t('words.mode')}>
            {[false, true].map((on) => (
              <button
                key={String(on)}
                type="button"
                className={segments.segment}
                aria-pressed={isOne === on}
                onClick={() => setOne(on)}
              >
                {t(on ? 'words.one' : 'words.all')}
              </button>
            ))}
          </fieldset>
        )}
      </header>
      {isOne ? (
        <OneAtATime groups={groups} isBefore={isBefore} />
      ) : (
        <div className={styles.groups}>
          {groups.map((group) => (
            <section key={group.id}>
              <GroupHead group={group} isBefore={isBefore} />
              {group.quotes.length === 0 && <p className={typography.meta}>{t('words.none')}</p>}
              {group.quotes.map((quote) => (
                <figure key={quote.id} className={styles.quote}>
                  <blockquote>{quote.text}</blockquote>
                  <figcaption>{quote.who}</figcaption>
                </figure>
              ))}
            </section>
          ))}
        </div>
      )}
    </article>
  )
}

function groupsOf({ comparison, theirs }: GapModel, said: readonly SaidWords[], isBefore: boolean): Group[] {
  const asked = comparison.perNeed.map(({ needId }) => needId)
  const rows = isBefore ? theirs.toSorted((a, b) => rankIn(asked, a) - rankIn(asked, b)) : theirs
  const known = new Set(rows.map(({ needId }) => needId))
  const others = said.filter(({ needIds }) => !needIds.some((id) => known.has(id)))
  return [
    ...rows
      .map((row) => ({
        id: row.needId,
        row,
        quotes: said.filter(({ needIds }) => needIds.includes(row.needId)),
      }))
      .filter(({ quotes }) => !isBefore || quotes.length > 0),
    ...(others.length > 0 ? [{ id: 'others', row: null, quotes: others }] : []),
  ]
}

const rankIn = (order: readonly string[], { needId }: GapRow): number => {
  const at = order.indexOf(needId)
  return at < 0 ? order.length : at
}

function GroupHead({ group, isBefore }: { readonly group: Group; readonly isBefore: boolean }) {
  const { t } = useTranslation('reality')
  const { row } = group
  if (!row) return <h2 className={styles.need}>{t('words.other')}</h2>
  const hasPlaces = !isBefore && row.guessPlace !== null && row.places !== null
  return (
    <h2 className={styles.need}>
      {row.title}
      {hasPlaces && (
        <small>
          <GuessWords>{ourPlace(t, row)}</GuessWords> → <b className={styles.ink}>{theirPlace(t, row)}</b>
        </small>
      )}
    </h2>
  )
}

/** Words about two needs are read out once, with the first of them. */
function eachOnce(groups: readonly Group[]) {
  const read = new Set<string>()
  return groups.flatMap((group) =>
    group.quotes.flatMap((quote) => {
      if (read.has(quote.id)) return []
      read.add(quote.id)
      return [{ group, quote }]
    }),
  )
}

function OneAtATime({ groups, isBefore }: { readonly groups: readonly Group[]; readonly isBefore: boolean }) {
  const { t } = useTranslation('reality')
  const all = eachOnce(groups)
  const [place, setPlace] = useState(0)
  const at = Math.min(place, Math.max(0, all.length - 1))
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
      if (step === 0 || !isLetterKey(event)) return
      event.preventDefault()
      setPlace(Math.max(0, Math.min(all.length - 1, at + step)))
    }
    // In the capture phase: here the arrows belong to the quotes, not to the beats.
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [all.length, at])
  const one = all[at]
  if (!one) return null
  return (
    <section className={styles.one}>
      <div aria-live="polite">
        <GroupHead group={one.group} isBefore={isBefore} />
        <figure className={styles.large}>
          <blockquote>{one.quote.text}</blockquote>
          <figcaption>{one.quote.who}</figcaption>
        </figure>
      </div>
      <div className={styles.buttons}>
        <Button notYet={at === 0} aria-keyshortcuts="ArrowLeft" onClick={() => setPlace(at - 1)}>
          {t('words.back')}
        </Button>
        <span>{t('words.at', { at: at + 1, count: all.length })}</span>
        <Button
          notYet={at === all.length - 1}
          aria-keyshortcuts="ArrowRight"
          onClick={() => setPlace(at + 1)}
        >
          {t('words.next')}
        </Button>
      </div>
    </section>
  )
}
