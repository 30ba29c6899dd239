/** The name of a stage while it is typed: Enter keeps it, Escape brings the old one back. */
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { useRow, useSession } from '#client/session/hooks.ts'
import { changeStage } from '#shared/board/roadmap-edits.ts'
import { stages } from '#shared/board/schema.ts'
import styles from './board.module.css'

export function StageNameField({ stageId }: { readonly stageId: string }) {
  const { t } = useTranslation('roadmap')
  const session = useSession()
  const { state, control } = useBoard()
  const name = useRow(stages, stageId)?.name ?? ''
  const keep = (value: string) => {
    if (value.trim() !== '' && value.trim() !== name)
      session.edit(changeStage, { id: stageId, changes: { name: value.trim() } })
    state.setState({ renaming: null })
  }
  return (
    <input
      className={styles.nameField}
      aria-label={t('stage.name')}
      defaultValue={name}
      maxLength={80}
      // biome-ignore lint/a11y/noAutofocus: it opens because the person asked to type here
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        event.stopPropagation()
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        if (event.key === 'Enter') keep(event.currentTarget.value)
        else state.setState({ renaming: null })
        queueMicrotask(() => control.focusAt({ stageId, row: 'head', index: 0 }))
      }}
      onBlur={(event) => keep(event.currentTarget.value)}
    />
  )
}
