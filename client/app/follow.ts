/** Members go where everyone is called, once a call; whoever wants to stay says so. Facilitators go by themselves. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { firstName } from '#client/lib/first-name.ts'
import { type StopName, stopFor } from '#client/lib/stops.ts'
import { useAgenda, useIsLoading, useRow, useSession } from '#client/session/hooks.ts'
import { showToast } from '#client/ui/toast-store.ts'
import { seats } from '#shared/record/schema.ts'

export function useFollow(at: StopName | null, goTo: (stop: StopName) => void): void {
  const { t } = useTranslation('shell')
  const session = useSession()
  const isLoading = useIsLoading()
  const { activity, movedAt, movedBy } = useAgenda()
  const caller = useRef('')
  caller.current = firstName(useRow(seats, movedBy)?.name ?? '')
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
    const words = { name: caller.current, stop: t(`stops.${stop}`) }
    showToast({
      kind: 'called',
      text: t(words.name === '' ? 'movedToBare' : 'movedTo', words),
      action: { label: t('stay'), run: () => goTo(from) },
    })
  }, [isLoading, activity, movedAt, session, goTo, t])
}
