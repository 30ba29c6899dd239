/**
 * One interview: the call screen, of its own in the shell, for whoever may write it; for everyone else, and with `?page`,
 * all that is known of the customer on one page.
 */
import { lazy, useCallback } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { StopName } from '#client/lib/stops.ts'
import { useSession } from '#client/session/hooks.ts'
import { AtStop } from './at-stop.tsx'
import type { Following } from './follow.ts'
import { useOwnPresence } from './own-presence.ts'
import { Shell } from './shell.tsx'

const CallPage = lazy(async () => ({
  default: (await import('#client/features/call/call-page.tsx')).CallPage,
}))

const CustomerPage = lazy(async () => ({
  default: (await import('#client/features/interviews/customer-page.tsx')).CustomerPage,
}))

/** Nobody is fetched out of a call, wherever everyone goes. */
const notFollowing: Following = { isFollowing: false, follow: () => {} }

export function AtInterview({ workshopId }: { readonly workshopId: string }) {
  const { view } = useSession()
  const { interviewId = '' } = useParams()
  const wantsPage = useSearchParams()[0].has('page')
  if (view.documents.interviews.write && !wantsPage)
    return <OnCall workshopId={workshopId} interviewId={interviewId} />
  return (
    <AtStop workshopId={workshopId} stop="interviews">
      <CustomerPage interviewId={interviewId} />
    </AtStop>
  )
}

function OnCall({ workshopId, interviewId }: { readonly workshopId: string; readonly interviewId: string }) {
  const navigate = useNavigate()
  const goTo = useCallback(
    (stop: StopName) => void navigate(`/w/${workshopId}/${stop}`),
    [navigate, workshopId],
  )
  useOwnPresence('interviews')
  return (
    <Shell at="interviews" onGoTo={goTo} following={notFollowing} bare>
      {() => <CallPage interviewId={interviewId} />}
    </Shell>
  )
}
