/** Before the first round: what will be marked, and for the facilitator how to open it. */
import { useTranslation } from 'react-i18next'
import { OpenMarks } from '#client/features/mark/open-marks.tsx'
import { useOptions } from '#client/features/mark/use-options.ts'
import { activeNeeds } from '#client/round/active-needs.ts'
import { SetupPage } from '#client/round/setup-page.tsx'
import { useRows, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import { addOption } from '#shared/board/scene-edits.ts'
import { needs } from '#shared/board/schema.ts'
import styles from './setup.module.css'

export function Setup() {
  const { t } = useTranslation('mark')
  const session = useSession()
  const rows = activeNeeds(useRows(needs))
  const columns = useOptions()
  const lacksStatusQuo = !columns.some(({ kind }) => kind === 'status_quo')
  return (
    <SetupPage
      title={t('title')}
      lead={t('setup.lead')}
      steps={{ before: t('steps.setup'), ballot: t('steps.ballot') }}
      open={<OpenMarks title={t('open.title')} lead={t('open.lead')} />}
      soon={t('setup.soon')}
      readOnly={t('setup.readOnly')}
    >
      <div className={styles.lists}>
        <section aria-labelledby="mark-columns">
          <h2 id="mark-columns" className={typography.section}>
            {t('setup.columns')}
          </h2>
          <p className={typography.meta}>{t('setup.columnsHint')}</p>
          <ul className={styles.columns}>
            {columns.map(({ id, name, kind }) => (
              <li key={id} className={kind === 'us' ? styles.us : undefined}>
                {name}
                <small>{t(kind)}</small>
              </li>
            ))}
          </ul>
          {columns.length < 2 && <p className={typography.meta}>{t('setup.noColumns')}</p>}
          {lacksStatusQuo && session.mayEditBoard && (
            <p className={styles.propose}>
              {t('setup.proposeStatusQuo')}{' '}
              <Button
                size="small"
                onClick={() =>
                  session.edit(addOption, { name: t('setup.statusQuoName'), kind: 'status_quo' })
                }
              >
                {t('setup.addStatusQuo')}
              </Button>
            </p>
          )}
        </section>
        <section aria-labelledby="mark-rows">
          <h2 id="mark-rows" className={typography.section}>
            {t('setup.rows')}
          </h2>
          <p className={typography.meta}>{t('setup.rowsHint')}</p>
          <ol className={styles.rows}>
            {rows.map(({ id, short, statement }) => (
              <li key={id}>{short || statement}</li>
            ))}
          </ol>
          {rows.length === 0 && <p className={typography.meta}>{t('setup.noNeeds')}</p>}
        </section>
      </div>
    </SetupPage>
  )
}
