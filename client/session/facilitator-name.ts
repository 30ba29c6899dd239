/** How the room calls the one who runs it: the first name of the first facilitator. */
import { useTranslation } from 'react-i18next'
import { firstName } from '#client/lib/first-name.ts'
import { useSeats } from '#client/session/hooks.ts'

export function useFacilitatorName(): string {
  const { t } = useTranslation('common')
  const facilitator = useSeats().find(({ role }) => role === 'facilitator')
  return firstName(facilitator?.name ?? '') || t('theFacilitator')
}
