/**
 * Generic words, late and softly (R015, R016): gathered apart with a sharpening question. Keeping one is as good an answer
 * as sharpening it, nothing waits for either, and the hints can be switched off.
 */
import { type FormEvent, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { capitalised, type GenericGroup, questionFor, shortOf } from '#client/features/needs/generic-words.ts'
import { useWall } from '#client/features/needs/wall-context.tsx'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import styles from './generic.module.css'

export function GenericNotes(props: {
  readonly groups: readonly GenericGroup[]
  readonly onHide: () => void
}) {
  const { groups, onHide } = props
  const { t } = useTranslation('needs')
  const { mayEdit } = useWall()
  const [chosen, setChosen] = useState<string | null>(null)
  const asked = groups.find(({ word }) => word === chosen)
  return (
    <section className={styles.generic} aria-label={t('generic.title')}>
      <div>
        <h2 className={typography.section}>{t('generic.title')}</h2>
        <p className={typography.meta}>{t('generic.lead')}</p>
        <ul className={styles.words}>
          {groups.map(({ word, count }) => (
            <li key={word}>
              <button
                type="button"
                className={styles.word}
                aria-pressed={word === chosen}
                disabled={!mayEdit}
                onClick={() => setChosen(word === chosen ? null : word)}
              >
                <span>
                  {capitalised(word)} {t('wall.times', { count })}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <Button size="small" kind="quiet" onClick={onHide}>
          {t('generic.hide')}
        </Button>
      </div>
      {asked && mayEdit && <Sharpen key={asked.word} group={asked} onClose={() => setChosen(null)} />}
    </section>
  )
}

function Sharpen({ group, onClose }: { readonly group: GenericGroup; readonly onClose: () => void }) {
  const { t } = useTranslation('needs')
  const wall = useWall()
  const question = questionFor(group.word)
  const start = t(`generic.starts.${question}`)
  const [sentence, setSentence] = useState<string>(start)
  const word = capitalised(group.word)
  const said = sentence.trim()
  const isEmpty = said === '' || said === start.trim()
  const use = (event: FormEvent) => {
    event.preventDefault()
    if (isEmpty) return
    wall.group(group.noteIds, { short: shortOf(said, t('generic.can')), statement: said })
    onClose()
  }
  const keep = () => {
    wall.group(group.noteIds, { short: word, generic: true })
    onClose()
  }
  return (
    <form className={styles.nudge} onSubmit={use}>
      <h3>{t('generic.ask', { word })}</h3>
      <p>{t(`generic.questions.${question}`)}</p>
      <p className={typography.meta}>
        <Trans t={t} i18nKey="generic.try" components={{ u: <u /> }} />
      </p>
      <TextField
        size="large"
        label={t('generic.field')}
        labelHidden
        maxLength={200}
        autoFocus
        value={sentence}
        onChange={setSentence}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" kind="primary" notYet={isEmpty}>
          {t('generic.use')}
        </Button>
        <Button kind="quiet" onClick={keep}>
          {t('generic.keep', { word })}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('generic.close')}
        </Button>
      </div>
    </form>
  )
}
