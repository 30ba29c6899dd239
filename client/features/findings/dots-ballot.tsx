/**
 * Five secret dots on what customers said; several on one are allowed. A row is one field for the keyboard: arrows or
 * the digits 0 to 5; thumbs have − and +. In one's own order, so that the first of a list gains nothing.
 */
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFindings } from '#client/features/findings/use-findings.ts'
import type { BallotForm } from '#client/round/ballot-form.tsx'
import { ownOrder } from '#client/round/own-order.ts'
import { PlainBallot } from '#client/round/plain-ballot.tsx'
import { useSession } from '#client/session/hooks.ts'
import typography from '#client/ui/type.module.css'
import { DOTS_EACH, dotsPlaced } from '#shared/rounds/dots.ts'
import styles from './findings.module.css'

const NOTHING = { dots: {} }

export function DotsBallot({ round, ballot, onChange, onSeal, frame }: BallotForm<'dots'>) {
  const { t } = useTranslation('findings')
  const { seatId } = useSession()
  const { findings, share } = useFindings()
  const given = ballot ?? NOTHING
  const left = DOTS_EACH - dotsPlaced(given)
  const dotsOn = (id: string) => (given.dots as Readonly<Record<string, number>>)[id] ?? 0
  const set = (id: string, wanted: number) => {
    const now = dotsOn(id)
    const next = Math.max(0, Math.min(wanted, now + left))
    if (next !== now) onChange({ dots: { ...given.dots, [id]: next } })
  }
  return (
    <PlainBallot
      title={t('dots.question')}
      lead={t('dots.lead')}
      frame={frame}
      state={t('dots.left', { count: left })}
      maySeal={left === 0}
      onSeal={() => onSeal()}
    >
      <p className={typography.meta}>{t('dots.keys')}</p>
      <ul className={styles.findings} aria-label={t('dots.list')}>
        {ownOrder(round.subjects, seatId, round.id).map(({ id, title }) => {
          const customers = findings.find((one) => one.id === id)?.customers
          return (
            <li key={id} className={styles.finding}>
              <p>
                {title}
                {customers !== undefined && (
                  <small>{t('dots.ofCustomers', { share: share(customers) })}</small>
                )}
              </p>
              <DotsField title={title} count={dotsOn(id)} left={left} onSet={(count) => set(id, count)} />
            </li>
          )
        })}
      </ul>
    </PlainBallot>
  )
}

function DotsField(props: {
  readonly title: string
  readonly count: number
  readonly left: number
  readonly onSet: (count: number) => void
}) {
  const { title, count, left, onSet } = props
  const { t } = useTranslation('findings')
  const press = (event: KeyboardEvent) => {
    const digit = /^[0-5]$/u.test(event.key) ? Number(event.key) : null
    const step = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey || (digit === null && step === undefined)) return
    event.preventDefault()
    onSet(digit ?? count + (step ?? 0))
  }
  return (
    <div className={styles.field}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.step}
        aria-label={t('dots.fewer', { finding: title })}
        aria-disabled={count === 0}
        onClick={() => onSet(count - 1)}
      >
        −
      </button>
      <div
        className={styles.dots}
        role="spinbutton"
        tabIndex={0}
        aria-label={t('dots.dotsOn', { finding: title })}
        aria-valuenow={count}
        aria-valuemin={0}
        aria-valuemax={DOTS_EACH}
        aria-valuetext={t('dots.value', { count })}
        onKeyDown={press}
      >
        {Array.from({ length: DOTS_EACH }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: five places that never change
          <i key={at} className={at < count ? styles.placed : styles.place} />
        ))}
      </div>
      <button
        type="button"
        tabIndex={-1}
        className={styles.step}
        aria-label={t('dots.more', { finding: title })}
        aria-disabled={left === 0}
        onClick={() => onSet(count + 1)}
      >
        +
      </button>
    </div>
  )
}
