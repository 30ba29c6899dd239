/** Offers broader words where so few share a role and trade that they tell who somebody is. */
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Switch } from '#client/ui/switch.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import { countedFor } from '#shared/interviews/counted.ts'
import { alike, roundSize, standsOut } from '#shared/interviews/few-alike.ts'
import { changeCustomer } from '#shared/interviews/interview-edits.ts'
import { type Interview, interviews } from '#shared/interviews/schema.ts'
import styles from './privacy.module.css'

export function Coarsen({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation('privacy')
  const session = useSession()
  const rows = useRows(interviews)
  const all = useMemo(() => {
    const counted = countedFor(rows)
    return rows.filter((row) => counted.get(row.id) === row.id || row.id === interview.id)
  }, [rows, interview.id])
  const { id, customer } = interview
  const [role, setRole] = useState(customer.role)
  const [trade, setTrade] = useState(customer.trade)
  const [isRounding, setRounding] = useState(true)
  const { staff } = customer
  const rounded = staff === null ? null : roundSize(staff)
  if (!standsOut(all, interview)) return null
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const size = isRounding ? rounded : staff
    session.editInterviews(changeCustomer, { id, changes: { role, trade, staff: size } })
  }
  const isSame = role === customer.role && trade === customer.trade && (!isRounding || rounded === staff)
  return (
    <form className={styles.section} aria-label={t('coarse.title')} onSubmit={apply}>
      <div>
        <h3 className={typography.section}>{t('coarse.title')}</h3>
        <p className={typography.meta}>{t('coarse.lead', { count: alike(all, interview) })}</p>
      </div>
      <div className={styles.pair}>
        <TextField label={t('coarse.role')} value={role} maxLength={120} onChange={setRole} />
        <TextField label={t('coarse.trade')} value={trade} maxLength={120} onChange={setTrade} />
      </div>
      {staff !== null && rounded !== staff && (
        <Switch
          checked={isRounding}
          onChange={setRounding}
          label={t('coarse.sizes', { staff, rounded: rounded ?? 0 })}
        />
      )}
      <p className={typography.meta}>{t('coarse.history')}</p>
      <div className={styles.buttons}>
        <Button type="submit" notYet={isSame}>
          {t('coarse.apply')}
        </Button>
      </div>
    </form>
  )
}
