/** A new action: what, what it closes, who, by when. Its kind follows from the state of what it closes (R093). */
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownerChanges } from '#client/features/plan/cells.tsx'
import { LinkPicker, TiedLinks } from '#client/features/plan/link-picker.tsx'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { dayWords } from '#client/lib/day-words.ts'
import { useSeats, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { addAction, LONGEST_TITLE } from '#shared/board/action-edits.ts'
import { readDay } from '#shared/board/due-date.ts'
import { kinds, proposedKind } from '#shared/reality/plan.ts'
import styles from './dialogs.module.css'

export function AddAction(props: { readonly link: string | null; readonly onClose: () => void }) {
  const { link, onClose } = props
  const { t, i18n } = useTranslation('plan')
  const session = useSession()
  const people = useSeats()
  const { ground, today, linkOf } = usePlan()
  const listId = useId()
  const [title, setTitle] = useState('')
  const [links, setLinks] = useState<readonly string[]>(link === null ? [] : [link])
  const [owner, setOwner] = useState('')
  const [due, setDue] = useState('')
  const [chosen, setChosen] = useState<(typeof kinds)[number] | null>(null)
  const proposed = proposedKind(links, ground)
  const kind = chosen ?? proposed ?? 'create'
  const found = due.trim() === '' ? { day: '' } : readDay(due, today)
  const problem = title.trim() === '' ? t('adding.needsTitle') : 'why' in found ? t('adding.needsDay') : null
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (problem !== null || 'why' in found) return
    session.edit(addAction, {
      title,
      kind,
      links,
      due: found.day,
      promisedOn: found.day === '' ? '' : today,
      aim: links.some((id) => linkOf(id).kind === 'gap') ? 'learning' : null,
      ...(owner.trim() !== '' && ownerChanges(owner, people)),
    })
    onClose()
  }
  const locale = i18n.language === 'en' ? 'en-GB' : i18n.language
  const dueHint =
    'day' in found && found.day !== '' ? t('due.means', { day: dayWords(found.day, locale) }) : t('due.hint')
  return (
    <Dialog title={t('adding.title')} onClose={onClose}>
      <form className={styles.form} onSubmit={add}>
        <TextField
          label={t('adding.what')}
          value={title}
          maxLength={LONGEST_TITLE}
          data-first-focus
          onChange={setTitle}
        />
        <div className={styles.pair}>
          <TextField
            label={t('adding.who')}
            hint={t('adding.whoHint')}
            list={listId}
            maxLength={80}
            value={owner}
            onChange={setOwner}
          />
          <datalist id={listId}>
            {people.map((seat) => (
              <option key={seat.id} value={seat.name} />
            ))}
          </datalist>
          <TextField
            label={t('adding.when')}
            hint={dueHint}
            error={'why' in found ? t(`due.${found.why}`) : undefined}
            maxLength={60}
            value={due}
            onChange={setDue}
          />
        </div>
        <fieldset className={styles.links}>
          <legend>{t('adding.closes')}</legend>
          {links.length > 0 && (
            <TiedLinks links={links} onTie={(id) => setLinks(links.filter((one) => one !== id))} />
          )}
          <LinkPicker links={links} onTie={(id) => setLinks([...links, id])} />
        </fieldset>
        <label className={styles.kind}>
          {t('kind.label')}
          <select
            value={kind}
            onChange={(event) => setChosen(kinds.find((one) => one === event.target.value) ?? null)}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t(`kinds.${one}.name`)}
              </option>
            ))}
          </select>
          {proposed && <small>{t(`kind.proposed.${proposed}`)}</small>}
        </label>
        <Button type="submit" kind="primary" notYet={problem ?? false}>
          {t('adding.add')}
        </Button>
      </form>
    </Dialog>
  )
}
