/** A workshop: its session, and the page for whoever has no seat in it. */
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { stopNamed } from '#client/lib/stops.ts'
import { SessionProvider } from '#client/session/hooks.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { ClosedSeat } from './closed-seat.tsx'
import { OpenWorkshop } from './open-workshop.tsx'
import { fetchScreen } from './stop-screen.tsx'
import { useWorkshop } from './use-workshop.ts'

startTexts()

export default function Workshop({ workshopId }: { readonly workshopId: string }) {
  const { t } = useTranslation('common')
  const [attempt, setAttempt] = useState(0)
  const opening = useWorkshop(workshopId, attempt)
  const stop = stopNamed(useParams()['*'])
  useEffect(() => {
    if (stop !== null) void fetchScreen(stop)
  }, [stop])
  const again = useCallback(() => setAttempt((before) => before + 1), [])
  switch (opening.status) {
    case 'opening':
      return <LateSkeleton label={t('loading')} />
    case 'refused':
      return <ClosedSeat code={opening.problem.code} onAgain={again} />
    case 'open':
      return (
        <SessionProvider session={opening.session}>
          <OpenWorkshop workshopId={workshopId} onAgain={again} />
        </SessionProvider>
      )
  }
}
