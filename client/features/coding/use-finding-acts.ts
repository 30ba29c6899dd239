/** Changes of findings, where findings are now: among the interviews while sealed, then on the board. */
import { useTranslation } from 'react-i18next'
import { useCoding } from '#client/features/coding/use-coding.ts'
import { useSession } from '#client/session/hooks.ts'
import { showToast } from '#client/ui/toast-store.ts'
import type { Edit } from '#shared/document/edit.ts'
import {
  addFinding,
  changeFinding,
  type FindingValues,
  mergeFindings,
  removeFinding,
} from '#shared/interviews/finding-edits.ts'
import { findingInterviews } from '#shared/interviews/themes-heard.ts'

export function useFindingActs() {
  const { t } = useTranslation('coding')
  const common = useTranslation('common').t
  const session = useSession()
  const { isOpen, coded, findings } = useCoding()
  const run = <Args, Result>(edit: Edit<Args, Result>, args: Args): Result =>
    isOpen ? session.edit(edit, args) : session.editInterviews(edit, args)
  const counted = (values: FindingValues): FindingValues => ({
    ...values,
    interviewIds: findingInterviews(values, coded),
  })
  const say = (text: string) => {
    const step = session.lastStep
    showToast({ kind: 'undo', text, action: { label: common('undo'), run: () => void session.undo(step) } })
  }
  return {
    save: (id: string | null, values: FindingValues) =>
      id === null
        ? run(addFinding, { isOpen, values: counted(values) }) !== null
        : run(changeFinding, { isOpen, id, changes: counted(values) }),
    remove: (id: string) => {
      run(removeFinding, { isOpen, id })
      say(t('findings.removed'))
    },
    merge: (id: string, into: string) => {
      const both = findings.filter((one) => one.id === id || one.id === into)
      const interviewIds = [...new Set(both.flatMap((one) => findingInterviews(one, coded)))]
      if (run(mergeFindings, { isOpen, id, into, interviewIds })) say(t('findings.merged'))
    },
  }
}
