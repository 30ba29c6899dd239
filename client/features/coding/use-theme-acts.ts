/** Changes of themes, each with its way back. */
import { useTranslation } from 'react-i18next'
import { useCoding } from '#client/features/coding/use-coding.ts'
import { useSession } from '#client/session/hooks.ts'
import { showToast } from '#client/ui/toast-store.ts'
import {
  addTheme,
  mergeThemes,
  partTheme,
  removeTheme,
  renameTheme,
} from '#shared/interviews/coding-edits.ts'

export function useThemeActs() {
  const { t } = useTranslation('coding')
  const common = useTranslation('common').t
  const session = useSession()
  const { themes } = useCoding()
  const labelOf = (id: string) => themes.find((one) => one.id === id)?.label ?? ''
  return {
    add: (label: string) => session.editInterviews(addTheme, { label }),
    rename: (id: string, label: string) => session.editInterviews(renameTheme, { id, label }),
    part: (id: string) => session.editInterviews(partTheme, { id }),
    merge: (id: string, into: string) => {
      const words = { one: labelOf(id), other: labelOf(into) }
      if (!session.editInterviews(mergeThemes, { id, into })) return
      showToast({
        kind: 'undo',
        text: t('themes.merged', words),
        action: { label: common('undo'), run: () => void session.editInterviews(partTheme, { id }) },
      })
    },
    remove: (id: string) => {
      const label = labelOf(id)
      session.editInterviews(removeTheme, { id })
      const step = session.lastStep
      showToast({
        kind: 'undo',
        text: t('themes.removed', { label }),
        action: { label: common('undo'), run: () => void session.undo(step) },
      })
    },
  }
}
