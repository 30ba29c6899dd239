/** All of an action: its kind and aim, who and when, how it is measured, what it does to money, why, and what changed. */
import { useTranslation } from 'react-i18next'
import { ActionChain } from '#client/features/plan/action-chain.tsx'
import { ActionHistory } from '#client/features/plan/action-history.tsx'
import { OwnerCell, ReadOwner } from '#client/features/plan/cells.tsx'
import { DueCell } from '#client/features/plan/due-field.tsx'
import { LinkPicker, TiedLinks } from '#client/features/plan/link-picker.tsx'
import { ChoiceOf, EffectOf, TextOf } from '#client/features/plan/panel-fields.tsx'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { ReadDue } from '#client/features/plan/plan-table.tsx'
import { TitleAndState } from '#client/features/plan/row-parts.tsx'
import { useDerived, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Chip } from '#client/ui/chip.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import {
  type Action,
  binAction,
  changeAction,
  linkAction,
  restoreAction,
} from '#shared/board/action-edits.ts'
import { functions } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { aims, asksWhyNew, kinds, proposedKind, restsOnOpinion } from '#shared/reality/plan.ts'
import styles from './panel.module.css'

export function ActionPanel({ action, onClose }: { readonly action: Action; readonly onClose: () => void }) {
  const { t } = useTranslation('plan')
  const { ground, mayEdit, dayWords } = usePlan()
  const session = useSession()
  const { id, links, promisedOn } = action
  const tie = (to: string, isOn: boolean) => session.edit(linkAction, { id, to, isOn })
  return (
    <Dialog isWide title={<TitleAndState action={action} />} onClose={onClose}>
      <div className={styles.columns}>
        <div className={styles.part}>
          <div className={styles.two}>
            <KindAndState action={action} />
            <FunctionOf action={action} />
            <div className={styles.field}>
              <span>{t('panel.owner')}</span>
              {mayEdit ? <OwnerCell action={action} /> : <ReadOwner action={action} />}
            </div>
            <div className={styles.field}>
              <span>{t('panel.due')}</span>
              {mayEdit ? <DueCell action={action} /> : <ReadDue action={action} />}
              {promisedOn !== '' && <small>{t('panel.promisedOn', { day: dayWords(promisedOn) })}</small>}
            </div>
            <Levels action={action} />
          </div>
          <KindHint action={action} />
          <Measure action={action} />
          <fieldset className={styles.effects}>
            <legend>{t('panel.effects')}</legend>
            {(['revenue', 'margin', 'cash'] as const).map((one) => (
              <div key={one} className={styles.field}>
                <span>{t(`panel.${one}`)}</span>
                <EffectOf action={action} name={`${one}Note`} label={t(`panel.${one}`)} />
              </div>
            ))}
          </fieldset>
        </div>
        <div className={styles.part}>
          <section>
            <h3 className={typography.section}>{t('links.title')}</h3>
            {restsOnOpinion(action, ground) && (
              <p className={styles.opinion}>
                <Chip kind="pencil">{t('opinion')}</Chip> {t('opinionWhy')}
              </p>
            )}
            <TiedLinks links={links} onTie={mayEdit ? tie : null} />
            {mayEdit && <LinkPicker links={links} onTie={tie} />}
          </section>
          <ActionChain action={action} />
          <ActionHistory action={action} />
          {mayEdit && <BinButton action={action} onClose={onClose} />}
        </div>
      </div>
    </Dialog>
  )
}

const statuses = ['open', 'in_progress', 'done', 'dropped'] as const
const sizes = ['L', 'M', 'S'] as const

function KindAndState({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  const { finish } = usePlan()
  return (
    <>
      <ChoiceOf
        action={action}
        name="kind"
        label={t('kind.label')}
        options={kinds.map((one) => ({ id: one, title: t(`kinds.${one}.name`) }))}
      />
      <ChoiceOf
        action={action}
        name="status"
        label={t('panel.status')}
        options={statuses.map((one) => ({ id: one, title: t(`status.${one}`) }))}
        onChoose={(chosen) => {
          if (chosen === 'done') finish(action)
          return chosen === 'done'
        }}
      />
      <ChoiceOf
        action={action}
        name="aim"
        label={t('panel.aim')}
        none={t('panel.noAim')}
        options={aims.map((one) => ({ id: one, title: t(`aims.${one}`) }))}
      />
    </>
  )
}

function Levels({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  return (['impact', 'effort'] as const).map((of) => (
    <ChoiceOf
      key={of}
      action={action}
      name={of}
      label={t(`columns.${of}`)}
      none={t('levels.none')}
      options={sizes.map((one) => ({ id: one, title: t(`levels.${one}`) }))}
    />
  ))
}

/** What kind the state of what it closes asks for, and why something new where a repair is asked for (R042, R093). */
function KindHint({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  const { ground, mayEdit } = usePlan()
  const session = useSession()
  const { id, kind, links, whyNew } = action
  const proposed = proposedKind(links, ground)
  return (
    <>
      {proposed && proposed !== kind && (
        <p className={styles.proposed}>
          {t(`kind.proposed.${proposed}`)}{' '}
          {mayEdit && (
            <Button
              size="small"
              kind="quiet"
              onClick={() => session.edit(changeAction, { id, changes: { kind: proposed } })}
            >
              {t('kind.take')}
            </Button>
          )}
        </p>
      )}
      {(asksWhyNew(action, ground) || whyNew !== '') && (
        <div className={styles.field} role="note">
          <span>{t('panel.whyNew')}</span>
          <TextOf action={action} name="whyNew" label={t('panel.whyNew')} maxLength={500} rows={2} />
        </div>
      )}
    </>
  )
}

function FunctionOf({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  const names = useDerived(functions, (all) => [...all].sort(byOrder).map(({ name }) => name))
  const known =
    action.functionName === '' || names.includes(action.functionName)
      ? names
      : [...names, action.functionName]
  return (
    <ChoiceOf
      action={action}
      name="functionName"
      label={t('panel.function')}
      none={t('panel.noFunction')}
      options={known.map((name) => ({ id: name, title: name }))}
    />
  )
}

function Measure({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  return (
    <div className={styles.measure}>
      <div className={styles.field}>
        <span>{t('panel.measure')}</span>
        <TextOf
          action={action}
          name="measure"
          label={t('panel.measure')}
          maxLength={200}
          placeholder={t('panel.measureHint')}
        />
      </div>
      {(['baseline', 'target', 'latest'] as const).map((name) => (
        <div key={name} className={styles.field}>
          <span>{t(`panel.${name}`)}</span>
          <TextOf action={action} name={name} label={t(`panel.${name}`)} maxLength={80} />
        </div>
      ))}
    </div>
  )
}

function BinButton({ action, onClose }: { readonly action: Action; readonly onClose: () => void }) {
  const { t } = useTranslation('plan')
  const { t: common } = useTranslation('common')
  const session = useSession()
  const bin = () => {
    session.edit(binAction, { id: action.id })
    onClose()
    showToast({
      kind: 'undo',
      text: t('panel.binned', { title: action.title }),
      action: { label: common('undo'), run: () => void session.edit(restoreAction, { id: action.id }) },
    })
  }
  return (
    <Button kind="quiet" onClick={bin}>
      {t('panel.bin')}
    </Button>
  )
}
