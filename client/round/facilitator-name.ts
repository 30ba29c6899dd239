/** How the room calls the one who runs it: the first name of the first facilitator. */
import { useTranslation } from 'react-i18next'
import { useSeats } from '#client/session/hooks.ts'

export function useFacilitatorName(): string {
  const { t } = useTranslation('round')
  const facilitator = useSeats().find(({ role }) => role === 'facilitator')
  return firstName(facilitator?.name ?? '') || t('facilitator')
}

export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? ''
