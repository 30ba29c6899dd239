/** Which promises and stages a link shows; off by default are the cards that only the room believes in. */
import { useTranslation } from 'react-i18next'
import { useDerived } from '#client/session/hooks.ts'
import { Switch } from '#client/ui/switch.tsx'
import typography from '#client/ui/type.module.css'
import { promiseDrafts, stages } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import type { ShownDraft } from '#shared/protocol/guest-calls.ts'
import styles from './guest-links.module.css'

/** As many promises as a link shows. */
const MOST_PROMISES = 4

export function DraftChoice(props: {
  readonly draft: ShownDraft
  readonly onChange: (draft: ShownDraft) => void
}) {
  const { draft, onChange } = props
  const { t } = useTranslation('guestLinks')
  const promises = useDerived(promiseDrafts, (all) =>
    all
      .filter(({ text, status }) => text.trim() !== '' && status !== 'superseded')
      .sort(byOrder)
      .map(({ id, text }) => ({ id, name: text })),
  )
  const columns = useDerived(stages, (all) =>
    all
      .filter(({ binned }) => binned === null)
      .sort(byOrder)
      .map(({ id, name }) => ({ id, name })),
  )
  const toggled = (ids: readonly string[], id: string) =>
    ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]
  if (promises.length + columns.length === 0) return <p className={styles.notice}>{t('noDraft')}</p>
  return (
    <>
      <Choices
        title={t('promises')}
        all={promises}
        chosen={draft.promiseIds}
        most={MOST_PROMISES}
        onToggle={(id) => onChange({ ...draft, promiseIds: toggled(draft.promiseIds, id) })}
      />
      <Choices
        title={t('stages')}
        all={columns}
        chosen={draft.stageIds}
        most={columns.length}
        onToggle={(id) => onChange({ ...draft, stageIds: toggled(draft.stageIds, id) })}
      />
      <Switch
        checked={draft.saidOnly}
        onChange={(saidOnly) => onChange({ ...draft, saidOnly })}
        label={t('saidOnly')}
        hint={t('saidOnlyHint')}
      />
    </>
  )
}

function Choices(props: {
  readonly title: string
  readonly all: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: readonly string[]
  readonly most: number
  readonly onToggle: (id: string) => void
}) {
  const { title, all, chosen, most, onToggle } = props
  if (all.length === 0) return null
  return (
    <fieldset className={styles.choices}>
      <legend className={typography.meta}>{title}</legend>
      {all.map(({ id, name }) => (
        <label key={id} className={styles.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            disabled={!chosen.includes(id) && chosen.length >= most}
            onChange={() => onToggle(id)}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  )
}
