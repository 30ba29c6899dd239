/** Where everyone is, and whether one goes along. For the facilitator: how many are elsewhere, and calling them. */
import Check from 'lucide-react/icons/check'
import Megaphone from 'lucide-react/icons/megaphone'
import { useEffect, useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { isLetterKey, useLetterKeys } from '#client/lib/letter-keys.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import { type StopName, stopFor } from '#client/lib/stops.ts'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useAgenda, usePresent, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import type { Following } from './follow.ts'
import styles from './follow-pill.module.css'

export function FollowPill({ at, following }: { readonly at: StopName; readonly following: Following }) {
  return useSession().isFacilitator ? <Leading at={at} /> : <Follower following={following} />
}

function Follower({ following }: { readonly following: Following }) {
  const { t } = useTranslation('room')
  const name = useFacilitatorName()
  const { isFollowing, follow } = following
  useLetterKeys(useMemo(() => ({ f: () => follow(!isFollowing) }), [follow, isFollowing]))
  return (
    <div className={styles.pill}>
      <EveryoneOn />
      <Button
        size="small"
        {...(isFollowing && { kind: 'primary', title: t('follow.followingHint', { name }) })}
        aria-keyshortcuts="F"
        aria-pressed={isFollowing}
        onClick={() => follow(!isFollowing)}
      >
        {isFollowing && <Icon of={Check} size="1rem" />}
        {t(isFollowing ? 'follow.following' : 'follow.rejoin', { name })}
      </Button>
    </div>
  )
}

function Leading({ at }: { readonly at: StopName }) {
  const { t } = useTranslation('room')
  const shell = useTranslation('shell').t
  const session = useSession()
  const problemText = useProblemText()
  const isHere = stopFor(useAgenda().activity) === at
  const elsewhere = usePresent().filter(
    ({ seatId, away, activity }) =>
      seatId !== session.seatId && !away && activity !== null && activity !== at,
  ).length
  const bring = async () => {
    const called = await session.command('setAgenda', { body: { activity: at } })
    if (called.ok) showToast({ kind: 'good', text: shell('brought', { stop: shell(`stops.${at}`) }) })
    else showToast({ kind: 'problem', text: problemText(called.problem) })
  }
  useBringKey(bring)
  if (isHere && elsewhere === 0) return <p className={styles.alone}>{t('follow.youRun')}</p>
  return (
    <div className={styles.pill}>
      {!isHere && <EveryoneOn />}
      <Button size="small" aria-keyshortcuts="Shift+B" onClick={() => void bring()}>
        <Icon of={Megaphone} size="1rem" />
        {t('follow.bring')}
        {elsewhere > 0 && (
          <small className={styles.elsewhere}>{t('follow.elsewhere', { count: elsewhere })}</small>
        )}
      </Button>
    </div>
  )
}

function EveryoneOn() {
  const { t } = useTranslation('room')
  const shell = useTranslation('shell').t
  const stop = shell(`stops.${stopFor(useAgenda().activity)}`)
  return (
    <span className={styles.words} role="status">
      <Trans t={t} i18nKey="follow.everyoneOn" values={{ stop }} components={{ b: <b /> }} />
    </span>
  )
}

/** Shift B calls; B alone is somebody else's. */
function useBringKey(bring: () => Promise<void>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'B' || !event.shiftKey || !isLetterKey(event)) return
      event.preventDefault()
      void bring()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}
