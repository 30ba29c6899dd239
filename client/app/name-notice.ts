/** Two people of one name in a room: whoever came second is told the name they go by here (JN-6b). */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useSession } from '#client/session/hooks.ts'
import { showToast } from '#client/ui/toast-store.ts'

export function useNameNotice(): void {
  const { t } = useTranslation('shell')
  const { name } = useSession().view.seat
  const typed = typedName(useLocation().state)
  useEffect(() => {
    if (typed !== null && name.startsWith(`${typed} `))
      showToast({ kind: 'note', text: t('nameShared', { typed, name }) })
  }, [typed, name, t])
}

/** What the join page hands over; nothing after the first step inside, so it is said once. */
function typedName(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('typedName' in state)) return null
  return typeof state.typedName === 'string' ? state.typedName : null
}
