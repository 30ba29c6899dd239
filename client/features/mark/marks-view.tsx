/** Whose marks the heatmap shows: everyone's averages, those of functions, or one's own beside them. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { readSealed } from '#client/round/sealed-ballot.ts'
import { type RoundOf, useMySeat, useSession } from '#client/session/hooks.ts'
import { HollowGlyph } from '#client/ui/function-glyph.tsx'
import segments from '#client/ui/segments.module.css'
import typography from '#client/ui/type.module.css'
import type { MarksBallot } from '#shared/rounds/marks.ts'
import styles from './marks-view.module.css'

const views = ['everyone', 'functions', 'mine'] as const
export type View = (typeof views)[number]

export function ViewTabs(props: {
  readonly view: View
  readonly onView: (view: View) => void
  /** False for seats that had no ballot in the round. */
  readonly hasOwn: boolean
}) {
  const { view, onView, hasOwn } = props
  const { t } = useTranslation('mark')
  return (
    <fieldset className={segments.segments} aria-label={t('revealed.views')}>
      {views
        .filter((one) => one !== 'mine' || hasOwn)
        .map((one) => (
          <button
            key={one}
            type="button"
            className={segments.segment}
            aria-pressed={one === view}
            onClick={() => onView(one)}
          >
            {t(`revealed.${one}`)}
          </button>
        ))}
    </fieldset>
  )
}

/** Voters who were in: whoever is missing, or never votes, has no marks of their own to look at. */
export function useHasOwn(round: RoundOf<'marks'>): boolean {
  const seat = useMySeat()
  return seat?.role === 'member' && !round.missing.includes(seat.id)
}

export interface OwnSealed {
  /** Null while it is on its way, and where there is none. */
  readonly ballot: MarksBallot | null
  /** Why there is none. */
  readonly why: string
}

/** The own sealed marks of a round, asked for when they are looked at. */
export function useOwnSealed(round: RoundOf<'marks'>, isWanted: boolean): OwnSealed {
  const { t } = useTranslation('mark')
  const session = useSession()
  const problemText = useProblemText()
  const [own, setOwn] = useState<OwnSealed>({ ballot: null, why: '' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for a round, whatever the words are
  useEffect(() => {
    if (!isWanted) return
    let isStale = false
    void readSealed(session, 'marks', round.id).then((read) => {
      if (isStale) return
      if ('ballot' in read) setOwn({ ballot: read.ballot, why: '' })
      else if ('problem' in read) setOwn({ ballot: null, why: problemText(read.problem) })
      else {
        const why = t(read.none === 'abstained' ? 'revealed.mineAbstained' : 'revealed.mineNone', {
          number: round.number,
        })
        setOwn({ ballot: null, why })
      }
    })
    return () => {
      isStale = true
    }
  }, [session, round.id, isWanted])
  return own
}

/** What the chosen view is, in a sentence over the grid. */
export function ViewLead(props: {
  readonly view: View
  readonly isSecret: boolean
  /** Functions whose marks are shown by themselves. */
  readonly functions: readonly string[]
  readonly own: OwnSealed
}) {
  const { view, isSecret, functions, own } = props
  const { t } = useTranslation('mark')
  if (view === 'everyone') return null
  const words = () => {
    if (view === 'mine') return own.why || t('revealed.mineLead')
    return t(isSecret ? 'revealed.functionsSecret' : 'revealed.functionsLead')
  }
  return (
    <div className={styles.lead}>
      <p className={typography.meta} role="status">
        {words()}
      </p>
      {view === 'functions' && functions.length > 0 && (
        <ul className={styles.functions}>
          {functions.map((name) => (
            <li key={name}>
              <HollowGlyph name={name} /> {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
