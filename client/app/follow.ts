/** Members go where everyone is called, once a call; whoever wants to stay says so. Facilitators go by themselves. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgenda, useIsLoading, useSession } from '#client/session/hooks.ts'
import { showToast } from '#client/ui/toast-store.ts'
import { type StopName, stopFor } from './stops.ts'

export function useFollow(at: StopName | null, goTo: (stop: StopName) => void): void {
  const { t } = useTranslation('shell')
  const session = useSession()
  const isLoading = useIsLoading()
  const { activity, movedAt } = useAgenda()
  const followed = useRef<number | null>(null)
  const here = useRef(at)
  here.current = at

  useEffect(() => {
    if (isLoading) return
    const isCall = followed.current !== null && movedAt > followed.current
    followed.current = movedAt
    const stop = stopFor(activity)
    const from = here.current
    if (from === null) return goTo(stop)
    if (!isCall || session.isFacilitator || from === stop) return
    goTo(stop)
    showToast({
      kind: 'note',
      text: t('movedTo', { stop: t(`stops.${stop}`) }),
      action: { label: t('stay'), run: () => goTo(from) },
    })
  }, [isLoading, activity, movedAt, session, goTo, t])
}
