/**
 * Members go where everyone is called, once a call: those who follow at once, those who went elsewhere are asked.
 * Following is being where everyone is; going away by hand pauses it, coming back takes it up. Facilitators lead.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { firstName } from '#client/lib/first-name.ts'
import { type StopName, stopFor } from '#client/lib/stops.ts'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useAgenda, useIsLoading, useRow, useSession } from '#client/session/hooks.ts'
import { showToast } from '#client/ui/toast-store.ts'
import { seats } from '#shared/record/schema.ts'

export interface Following {
  readonly isFollowing: boolean
  /** Stay where one is, or go where everyone is and follow again. */
  readonly follow: (on: boolean) => void
}

export function useFollow(at: StopName | null, goTo: (stop: StopName) => void): Following {
  const { t } = useTranslation('room')
  const stopNames = useTranslation('shell').t
  const session = useSession()
  const isLoading = useIsLoading()
  const { activity, movedAt, movedBy } = useAgenda()
  const stop = stopFor(activity)
  const caller = useRef('')
  const facilitator = useFacilitatorName()
  caller.current = firstName(useRow(seats, movedBy)?.name ?? '') || facilitator
  /** Where this person chose to stay although everyone goes on. */
  const [staysAt, setStaysAt] = useState<StopName | null>(null)
  const followed = useRef<{ readonly movedAt: number; readonly stop: StopName } | null>(null)
  const here = useRef({ at, staysAt })
  here.current = { at, staysAt }

  useEffect(() => {
    if (isLoading) return
    const before = followed.current
    followed.current = { movedAt, stop }
    const from = here.current.at
    if (from === null) return goTo(stop)
    const isCall = before !== null && movedAt > before.movedAt
    if (!isCall || session.isFacilitator || from === stop) return
    const text = t('follow.moved', { name: caller.current, stop: stopNames(`stops.${stop}`) })
    if (from === before.stop && here.current.staysAt !== from) {
      goTo(stop)
      showToast({ kind: 'called', text, action: { label: t('follow.stay'), run: () => goTo(from) } })
    } else showToast({ kind: 'called', text, action: { label: t('follow.go'), run: () => goTo(stop) } })
  }, [isLoading, movedAt, stop, session, goTo, t, stopNames])

  if (staysAt !== null && staysAt !== at) setStaysAt(null)

  const follow = useCallback(
    (on: boolean) => {
      setStaysAt(on ? null : here.current.at)
      if (on) goTo(stop)
    },
    [goTo, stop],
  )
  return { isFollowing: at === stop && staysAt !== at, follow }
}
