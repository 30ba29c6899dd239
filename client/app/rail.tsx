/** Where the workshop stands: dashed pencil while the room guesses, ink once customers were heard. Any stop opens any time. */
import Check from 'lucide-react/icons/check'
import PanelLeftClose from 'lucide-react/icons/panel-left-close'
import PanelLeftOpen from 'lucide-react/icons/panel-left-open'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isBefore, isKnown, phases, type Stop, type StopName, stops } from '#client/lib/stops.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { Logo } from '#client/ui/logo.tsx'
import type { Activity } from '#shared/record/activities.ts'
import styles from './rail.module.css'

interface RailProps {
  readonly workshopId: string
  /** Where this person is. */
  readonly at: StopName
  /** Where everyone is, by the agenda. */
  readonly everyoneAt: Activity
  /** Nothing is ink before: no customer has said it. */
  readonly isEnvelopeOpen: boolean
  readonly isNarrow: boolean
  readonly onToggle: () => void
}

export function Rail(props: RailProps) {
  const { workshopId, at, everyoneAt, isEnvelopeOpen, isNarrow, onToggle } = props
  const { t } = useTranslation('shell')
  const toggleLabel = t(isNarrow ? 'railToggle.wide' : 'railToggle.narrow')
  return (
    <nav className={`${styles.rail} ${isNarrow ? styles.narrow : ''}`} aria-label={t('rail')}>
      <Link to="/" className={isNarrow ? styles.logoNarrow : styles.logo} aria-label={t('homeLink')}>
        <Logo bare={isNarrow} />
      </Link>
      {phases.map((phase) => {
        const own = stops.filter((stop) => stop.phase === phase)
        if (own.length === 0) return null
        return (
          <section key={phase} className={styles.phase}>
            {isNarrow ? (
              <div className={styles.phaseGap}>
                <h2 className={styles.hidden}>{t(`phases.${phase}.name`)}</h2>
              </div>
            ) : (
              <h2 className={styles.phaseName}>
                {t(`phases.${phase}.name`)}
                <small>{t(`phases.${phase}.gloss`)}</small>
              </h2>
            )}
            <ol>
              {own.map((stop) => (
                <RailStop
                  key={stop.activity}
                  stop={stop}
                  workshopId={workshopId}
                  at={at}
                  everyoneAt={everyoneAt}
                  isEnvelopeOpen={isEnvelopeOpen}
                  isNarrow={isNarrow}
                />
              ))}
            </ol>
          </section>
        )
      })}
      <div className={styles.foot}>
        <Button kind="quiet" square aria-label={toggleLabel} title={toggleLabel} onClick={onToggle}>
          <Icon of={isNarrow ? PanelLeftOpen : PanelLeftClose} size="1.25rem" />
        </Button>
      </div>
    </nav>
  )
}

function RailStop(props: {
  stop: Stop
  workshopId: string
  at: StopName
  everyoneAt: Activity
  isEnvelopeOpen: boolean
  isNarrow: boolean
}) {
  const { stop, workshopId, at, everyoneAt, isEnvelopeOpen, isNarrow } = props
  const { t } = useTranslation('shell')
  const { activity } = stop
  const name = t(`stops.${activity}`)
  const isCurrent = activity === at
  const isDone = isBefore(activity, everyoneAt)
  const isLater = isBefore(everyoneAt, activity)
  const classes = [styles.stop]
  if (stop === stops[0]) classes.push(styles.first)
  if (stop === stops.at(-1)) classes.push(styles.last)
  if (isDone) classes.push(styles.done)
  if (isLater) classes.push(styles.later)
  if (isKnown(activity, isEnvelopeOpen) && !isLater) classes.push(styles.inked)
  const label = isCurrent
    ? t(activity === everyoneAt ? 'stopEveryone' : 'stopCurrent', { stop: name })
    : isDone
      ? t('stopDone', { stop: name })
      : name
  return (
    <li>
      <Link
        to={`/w/${workshopId}/${activity}`}
        className={classes.join(' ')}
        aria-label={label}
        title={name}
        aria-current={isCurrent ? 'step' : undefined}
      >
        <span className={styles.dot}>{isDone && !isCurrent && <Icon of={Check} size="0.625rem" />}</span>
        <span className={isNarrow ? styles.hidden : styles.name}>{name}</span>
      </Link>
    </li>
  )
}
