/** The link to take part as a whole address, whatever form the server gave it in; null for those who may not see it. */
import { useSession } from '#client/session/hooks.ts'

export function useParticipateLink(): string | null {
  const { participate } = useSession().view.links
  return participate ? new URL(participate, window.location.origin).href : null
}
