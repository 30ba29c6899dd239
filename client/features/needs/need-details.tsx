/** More about a need: said in full, what kind it is, and the words it came from (R017, R018). */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChooseNeed } from '#client/features/needs/choose-need.tsx'
import { useWall } from '#client/features/needs/wall-context.tsx'
import { useDraft } from '#client/lib/use-draft.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { needKinds } from '#shared/board/need-groups.ts'
import { changeNeed } from '#shared/board/scene-edits.ts'
import type { Need } from '#shared/board/schema.ts'
import styles from './wall.module.css'

const LONGEST_STATEMENT = 200

export function NeedDetails({ need }: { readonly need: Need }) {
  const { t } = useTranslation('needs')
  const { mayEdit, ungroup, join } = useWall()
  const session = useSession()
  const [isJoining, setJoining] = useState(false)
  const { id, kind, statement, sharpenedFrom } = need
  const draft = useDraft(statement, (typed) =>
    session.edit(changeNeed, { id, changes: { statement: typed.trim() } }),
  )
  const chooseKind = (chosen: string) =>
    session.edit(changeNeed, { id, changes: { kind: needKinds.find((one) => one === chosen) ?? null } })
  return (
    <div className={styles.details}>
      {mayEdit ? (
        <>
          <label>
            {t('need.statement')}
            <textarea
              rows={2}
              maxLength={LONGEST_STATEMENT}
              placeholder={t('need.statementPlaceholder')}
              {...draft}
              onChange={(event) => draft.onChange(event.target.value)}
            />
          </label>
          <label>
            {t('need.kind')}
            <select value={kind ?? ''} onChange={(event) => chooseKind(event.target.value)}>
              <option value="">{t('need.kindNone')}</option>
              {needKinds.map((one) => (
                <option key={one} value={one}>
                  {t(`need.kinds.${one}`)}
                </option>
              ))}
            </select>
          </label>
        </>
      ) : (
        <>
          {statement && <p>{statement}</p>}
          <p>{kind ? t(`need.kinds.${kind}`) : t('need.kindNone')}</p>
        </>
      )}
      {sharpenedFrom.length > 0 && (
        <div>
          <h3>{t('need.cameFrom')}</h3>
          <ul>
            {sharpenedFrom.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {mayEdit && (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => ungroup(need)}>
            {t('need.ungroup')}
          </Button>
          <Button size="small" onClick={() => setJoining(true)}>
            {t('need.join')}
          </Button>
        </div>
      )}
      {isJoining && (
        <ChooseNeed
          title={t('select.mergeNeedTitle', { need: need.short })}
          without={id}
          onChoose={(into) => join(need, into)}
          onClose={() => setJoining(false)}
        />
      )}
    </div>
  )
}
