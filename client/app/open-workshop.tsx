/** The pages of a workshop whose session is open: the shell around the screen of a stop, until the seat is closed. */
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Route, Routes, useNavigate, useParams } from 'react-router'
import { type StopName, stopNamed } from '#client/lib/stops.ts'
import { useSaved } from '#client/session/hooks.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { closeCodes } from '#shared/protocol/wire.ts'
import { ClosedSeat } from './closed-seat.tsx'
import { useFollow } from './follow.ts'
import LostPage from './lost-page.tsx'
import { useNameNotice } from './name-notice.ts'
import { useOwnPresence } from './own-presence.ts'
import { Shell } from './shell.tsx'
import { StopScreen } from './stop-screen.tsx'

export function OpenWorkshop({ workshopId, onAgain }: { workshopId: string; onAgain: () => void }) {
  const { t } = useTranslation('common')
  const saved = useSaved()
  useNameNotice()
  const isOutdated = saved.status === 'closed' && saved.reason === closeCodes.accessChanged
  // Other rights, or another history after a restore: the seat is still there, so nobody need press anything.
  useEffect(() => {
    if (isOutdated) onAgain()
  }, [isOutdated, onAgain])
  if (isOutdated) return <LateSkeleton label={t('loading')} />
  if (saved.status === 'closed') return <ClosedSeat code={codeOfClosing(saved.reason)} onAgain={onAgain} />
  return (
    <Routes>
      <Route index element={<AtStop workshopId={workshopId} />} />
      <Route path=":stop" element={<AtStop workshopId={workshopId} />} />
      <Route path=":stop/*" element={<LostPage />} />
    </Routes>
  )
}

/** Without a stop in the address, where everyone is. */
function AtStop({ workshopId }: { readonly workshopId: string }) {
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  const named = useParams().stop
  const at = stopNamed(named)
  const goTo = useCallback(
    (stop: StopName) => void navigate(`/w/${workshopId}/${stop}`, { replace: named === undefined }),
    [navigate, workshopId, named],
  )
  const following = useFollow(at, goTo)
  useOwnPresence(at)
  if (at === null)
    return named === undefined ? (
      <LateSkeleton label={t('loading')} />
    ) : (
      <Navigate to={`/w/${workshopId}`} replace />
    )
  return (
    <Shell at={at} onGoTo={goTo} following={following}>
      {(fillScreen) => <StopScreen stop={at} onFillScreen={fillScreen} onGoTo={goTo} />}
    </Shell>
  )
}

const codeOfClosing = (reason: number): string =>
  reason === closeCodes.noSuchWorkshop
    ? 'no-such-workshop'
    : reason === closeCodes.noSeat
      ? 'removed'
      : 'internal'
