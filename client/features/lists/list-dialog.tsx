/**
 * A list comes in: paste cells or choose a file, see what its columns hold and what would happen row by row, bring it in.
 * All of it or nothing, as one step that can be undone.
 */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ListColumns } from '#client/features/lists/list-columns.tsx'
import { ListForm } from '#client/features/lists/list-form.tsx'
import { ListPreview } from '#client/features/lists/list-preview.tsx'
import { ListStages } from '#client/features/lists/list-stages.tsx'
import { TakeList } from '#client/features/lists/take-list.tsx'
import { type ListSource, useListSource } from '#client/features/lists/use-list-source.ts'
import { useListWorld } from '#client/features/lists/use-list-world.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Choice } from '#client/ui/choice.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import styles from '#client/ui/file-form.module.css'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { bringInList, type ListKind, listKinds } from '#shared/board/list-edits.ts'
import { type ListReading, readBoardList } from '#shared/lists/list-check.ts'
import type { ListSettings } from '#shared/lists/list-layout.ts'

export function ListDialog({ kind, onClose }: { readonly kind: ListKind; readonly onClose: () => void }) {
  const { t } = useTranslation('lists')
  const [of, setOf] = useState(kind)
  return (
    <Dialog title={t(`title.${of}`)} onClose={onClose} isWide>
      <div className={styles.steps}>
        <div className={styles.choices}>
          <Choice
            label={t('of')}
            value={of}
            onChange={(value) => setOf(listKinds.find((one) => one === value) ?? of)}
          >
            {listKinds.map((one) => (
              <option key={one} value={one}>
                {t(`kinds.${one}`)}
              </option>
            ))}
          </Choice>
        </div>
        <List key={of} kind={of} />
      </div>
    </Dialog>
  )
}

function List({ kind }: { readonly kind: ListKind }) {
  const taken = useListSource(kind)
  const [settings, setSettings] = useState<ListSettings>({})
  const { reading } = taken
  const source = reading.status === 'read' ? reading.source : null
  const clear = () => {
    setSettings({})
    taken.clear()
  }
  return (
    <>
      <TakeList
        kind={kind}
        reading={reading}
        onPaste={(text) => {
          setSettings({})
          taken.paste(text)
        }}
        onFile={(file) => {
          setSettings({})
          void taken.choose(file)
        }}
        onClear={clear}
      />
      {source && (
        <Read
          kind={kind}
          source={source}
          settings={settings}
          onChange={setSettings}
          onForms={(forms) => {
            setSettings({})
            if (source.file) void taken.choose(source.file, forms)
          }}
        />
      )}
    </>
  )
}

interface ReadProps {
  readonly kind: ListKind
  readonly source: ListSource
  readonly settings: ListSettings
  readonly onChange: (settings: ListSettings) => void
  readonly onForms: Parameters<typeof ListForm>[0]['onForms']
}

function Read({ kind, source, settings, onChange, onForms }: ReadProps) {
  const { t } = useTranslation('lists')
  const { t: common } = useTranslation('common')
  const session = useSession()
  const world = useListWorld()
  const reading = useMemo(
    () => readBoardList(kind, source.sheet, settings, world),
    [kind, source, settings, world],
  )
  const parts = { kind, source, settings, reading, world, onChange }
  const bring = (dialog: HTMLDialogElement | null) => {
    if (!reading.list) return
    session.edit(bringInList, reading.list)
    const step = session.lastStep
    const { fresh, changed } = countOf(reading)
    showToast({
      kind: 'undo',
      text: changed > 0 ? t('done.both', { fresh, changed }) : t(`done.${kind}`, { count: fresh }),
      action: { label: common('undo'), run: () => void session.undo(step) },
    })
    // Gives the focus back to where it was.
    dialog?.close()
  }
  return (
    <>
      <ListForm {...parts} onForms={onForms} />
      <ListColumns {...parts} />
      <ListStages {...parts} />
      <ListPreview {...parts} />
      <p className={typography.meta}>{t('guess')}</p>
      <div className={styles.acts}>
        <BringButton reading={reading} onBring={bring} />
      </div>
    </>
  )
}

const countOf = ({ rows }: ListReading) => ({
  fresh: rows.filter(({ does }) => does === 'create').length,
  changed: rows.filter(({ does }) => does === 'update').length,
})

function BringButton(props: {
  readonly reading: ListReading
  readonly onBring: (dialog: HTMLDialogElement | null) => void
}) {
  const { reading, onBring } = props
  const { t } = useTranslation('lists')
  const { fresh, changed } = countOf(reading)
  const isFaulty = reading.problems.some(({ level }) => level === 'fault')
  const words =
    changed === 0
      ? t('act.bring', { count: fresh })
      : fresh === 0
        ? t('act.change', { count: changed })
        : t('act.both', { fresh, changed })
  return (
    <Button
      kind="primary"
      notYet={isFaulty ? t('act.mend') : reading.list === null && t('act.nothing')}
      onClick={({ currentTarget }) => onBring(currentTarget.closest('dialog'))}
    >
      {words}
    </Button>
  )
}
