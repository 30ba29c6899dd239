/** Free words as this seat may see them: those who only look on see no address and no number of anybody. */
import { useSession } from '#client/session/hooks.ts'
import { maskText } from '#shared/interviews/mask.ts'

const asTheyAre = (text: string): string => text
const masked = (text: string): string => maskText(text)

/** @public For every screen that shows what was written down of customers. */
export const useMasked = (): ((text: string) => string) =>
  useSession().view.seat.role === 'viewer' ? masked : asTheyAre
