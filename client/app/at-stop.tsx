/** A stop of the workshop in the shell. Without a stop in the address, where everyone is. */
import { type ReactNode, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useParams } from 'react-router'
import { type StopName, stopNamed } from '#client/lib/stops.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { useFollow } from './follow.ts'
import { useOwnPresence } from './own-presence.ts'
import { Shell } from './shell.tsx'
import { StopScreen } from './stop-screen.tsx'

export function AtStop(props: {
  readonly workshopId: string
  /** The stop that a page below it belongs to; else the one in the address. */
  readonly stop?: StopName
  /** The page below the stop, in place of its screen. */
  readonly children?: ReactNode
}) {
  const { workshopId, stop, children } = props
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  const inAddress = useParams().stop
  const named = stop ?? inAddress
  const at = stopNamed(named)
  const goTo = useCallback(
    (next: StopName) => void navigate(`/w/${workshopId}/${next}`, { replace: named === undefined }),
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
      {({ fillScreen, openDecisions }) =>
        children ?? (
          <StopScreen stop={at} onFillScreen={fillScreen} onDecisions={openDecisions} onGoTo={goTo} />
        )
      }
    </Shell>
  )
}
