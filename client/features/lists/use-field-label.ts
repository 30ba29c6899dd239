/** What a field of a list is called. */
import { useTranslation } from 'react-i18next'
import { lists } from '#client/texts/en/lists.ts'

type FieldName = keyof typeof lists.fields

const isField = (name: string): name is FieldName => Object.hasOwn(lists.fields, name)

export function useFieldLabel(): (name: string) => string {
  const { t } = useTranslation('lists')
  return (name) => (isField(name) ? t(`fields.${name}`) : name)
}
