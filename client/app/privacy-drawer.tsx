/** Mounts the privacy panel where the address asks for it, for researchers alone. */
import { lazy, Suspense, useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { useSession } from '#client/session/hooks.ts'

const PrivacyPanel = lazy(async () => ({
  default: (await import('#client/features/privacy/privacy-panel.tsx')).PrivacyPanel,
}))

export function PrivacyDrawer() {
  const { view } = useSession()
  const [search, setSearch] = useSearchParams()
  const interviewId = search.get('privacy')
  const close = useCallback(() => {
    setSearch(
      (before) => {
        before.delete('privacy')
        return before
      },
      { replace: true },
    )
  }, [setSearch])
  if (interviewId === null || view.seat.role !== 'researcher') return null
  return (
    <Suspense fallback={null}>
      <PrivacyPanel key={interviewId} interviewId={interviewId} onClose={close} />
    </Suspense>
  )
}
