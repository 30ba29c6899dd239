/** Evidence that a researcher writes down: a group, a post, a document, a colleague, with points where they gave some. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { evidenceKinds, ownDay } from '#client/features/interviews/interview-words.ts'
import { useActiveNeeds } from '#client/features/interviews/use-titles.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { noteEvidence } from '#shared/interviews/evidence-edits.ts'
import type { Evidence } from '#shared/interviews/schema.ts'
import styles from './interviews.module.css'

const ALL_POINTS = 100

export function AddEvidence() {
  const { t } = useTranslation('interviews')
  const session = useSession()
  const needs = useActiveNeeds()
  const today = ownDay(session.serverNow())
  const [kind, setKind] = useState<Evidence['kind']>('frontline')
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const [date, setDate] = useState(today)
  const [points, setPoints] = useState<Readonly<Record<string, number>>>({})
  const sum = Object.values(points).reduce((total, each) => total + each, 0)
  const missing =
    text.trim() === ''
      ? t('evidence.fieldNeeded')
      : Object.keys(points).length > 0 && sum !== ALL_POINTS
        ? t('evidence.sumNeeded', { sum })
        : ''
  const add = () => {
    if (missing !== '') return
    session.editInterviews(noteEvidence, { kind, text: text.trim(), source: source.trim(), date, points })
    setText('')
    setSource('')
    setPoints({})
  }
  const give = (needId: string, value: string) => {
    const { [needId]: _, ...others } = points
    const given = Math.max(0, Math.min(ALL_POINTS, Math.round(Number(value))))
    setPoints(value === '' || Number.isNaN(given) ? others : { ...points, [needId]: given })
  }
  return (
    <form
      className={styles.addEvidence}
      aria-label={t('evidence.add')}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <label className={styles.choice}>
        <span>{t('evidence.kind')}</span>
        <select
          value={kind}
          onChange={({ target }) => setKind(evidenceKinds.find((one) => one === target.value) ?? kind)}
        >
          {evidenceKinds.map((one) => (
            <option key={one} value={one}>
              {t(`evidence.one.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <TextField label={t('evidence.text')} maxLength={2000} value={text} onChange={setText} />
      <TextField
        label={t('evidence.source')}
        placeholder={t('evidence.sourceHint')}
        maxLength={200}
        value={source}
        onChange={setSource}
      />
      <TextField label={t('evidence.date')} type="date" max={today} value={date} onChange={setDate} />
      {needs.length > 0 && (
        <details className={styles.pointFields}>
          <summary>{t('evidence.points')}</summary>
          <div>
            {needs.map(({ id, title }) => (
              <label key={id}>
                <span>{title}</span>
                <input
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={ALL_POINTS}
                  aria-label={t('evidence.pointsOf', { need: title })}
                  value={points[id] ?? ''}
                  onChange={({ target }) => give(id, target.value)}
                />
              </label>
            ))}
          </div>
          <p role="status">{t('evidence.pointsHint', { sum })}</p>
        </details>
      )}
      <Button type="submit" notYet={missing}>
        {t('evidence.save')}
      </Button>
    </form>
  )
}
