/** The shell of a phone: no rail and no bar, only what is saved and the way to other stops. */
import Menu from 'lucide-react/icons/menu'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type StopName, stopFor, stops } from '#client/lib/stops.ts'
import { useAgenda, useSession, useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { Logo } from '#client/ui/logo.tsx'
import { ThemeButton } from '#client/ui/theme-button.tsx'
import { scene } from '#shared/board/schema.ts'
import { exportAddress } from './export-address.ts'
import type { Following } from './follow.ts'
import { FollowPill } from './follow-pill.tsx'
import styles from './phone-head.module.css'
import { OthersOnPhone } from './same-company.tsx'
import { SavedState } from './saved-state.tsx'
import { TimerChip } from './timer-chip.tsx'

export function PhoneHead(props: {
  readonly at: StopName
  readonly following: Following
  readonly onShare: () => void
  readonly onPeople: () => void
  readonly onRepeat: (() => void) | null
}) {
  const { at, following, onShare, onPeople, onRepeat } = props
  const { t } = useTranslation('shell')
  const [isOpen, setOpen] = useState(false)
  const isElsewhere = stopFor(useAgenda().activity) !== at
  return (
    <header>
      <div className={styles.head}>
        <Link to="/" className={styles.home} aria-label={t('homeLink')}>
          <Logo bare />
        </Link>
        <SavedState />
        <TimerChip />
        <Button
          kind="quiet"
          square
          aria-label={t('menu')}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <Icon of={Menu} size="1.5rem" />
        </Button>
        {isOpen && (
          <PhoneMenu
            at={at}
            onShare={onShare}
            onPeople={onPeople}
            onRepeat={onRepeat}
            onClose={() => setOpen(false)}
          />
        )}
      </div>
      {isElsewhere && (
        <div className={styles.elsewhere}>
          <FollowPill at={at} following={following} />
        </div>
      )}
    </header>
  )
}

function PhoneMenu(props: {
  readonly at: StopName
  readonly onShare: () => void
  readonly onPeople: () => void
  readonly onRepeat: (() => void) | null
  readonly onClose: () => void
}) {
  const { at, onShare, onPeople, onRepeat, onClose } = props
  const { t } = useTranslation('shell')
  const scenes = useTranslation('scene').t
  const room = useTranslation('room').t
  const session = useSession()
  const { title } = useSingle(scene)
  const everyoneAt = stopFor(useAgenda().activity)
  return (
    <Dialog title={t('whereAreWe')} onClose={onClose}>
      <p className={styles.title}>{title || session.view.title}</p>
      <OthersOnPhone onGo={onClose} />
      <ul className={styles.stops}>
        {stops.map(({ activity }) => {
          const stop = t(`stops.${activity}`)
          return (
            <li key={activity}>
              <Link
                to={`/w/${session.workshopId}/${activity}`}
                className={styles.stop}
                aria-current={activity === at ? 'step' : undefined}
                onClick={onClose}
              >
                {activity === everyoneAt ? t('stopEveryone', { stop }) : stop}
              </Link>
            </li>
          )
        })}
      </ul>
      <div className={styles.actions}>
        <Button
          onClick={() => {
            onClose()
            onPeople()
          }}
        >
          {room('people.open')}
        </Button>
        {session.view.joinCode !== null && (
          <Button
            onClick={() => {
              onClose()
              onShare()
            }}
          >
            {scenes('fill')}
          </Button>
        )}
        <Link className={styles.download} to={`/w/${session.workshopId}/bin`} onClick={onClose}>
          {t('bin')}
        </Link>
        <Link className={styles.download} to={`/w/${session.workshopId}/export`} onClick={onClose}>
          {t('takeAway')}
        </Link>
        <a className={styles.download} href={exportAddress(session.workshopId)} download>
          {t('export')}
        </a>
        {onRepeat && (
          <Button
            onClick={() => {
              onClose()
              onRepeat()
            }}
          >
            {t('repeat')}
          </Button>
        )}
        <ThemeButton />
      </div>
    </Dialog>
  )
}
