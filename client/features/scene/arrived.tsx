/** For whoever joined: they are in, under which name, and what happens next. Gone once everyone has moved on. */
import { Trans, useTranslation } from 'react-i18next'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useAgenda, useSession } from '#client/session/hooks.ts'
import { PersonAvatar } from '#client/ui/person.tsx'
import styles from './scene.module.css'

export function Arrived() {
  const { t } = useTranslation('scene')
  const session = useSession()
  const facilitator = useFacilitatorName()
  const { activity } = useAgenda()
  if (session.isFacilitator || activity !== 'scene') return null
  const { name, functionName } = session.view.seat
  return (
    <div className={styles.arrived}>
      <PersonAvatar name={name} functionName={functionName} />
      <p>
        <Trans t={t} i18nKey="arrived" values={{ name }} components={{ b: <b /> }} />{' '}
        {t('waitForStart', { facilitator })} {session.mayEditBoard && t('mayCorrect')}
      </p>
    </div>
  )
}
