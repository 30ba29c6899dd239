/** Which of the workshops on this device belong together: those of one product, and those of one company. */

export interface Of {
  readonly company: string
  readonly product: string
}

const word = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()

/** Null where no product is named: then a workshop stands for itself. */
export const productKey = ({ company, product }: Of): string | null =>
  word(product) === '' ? null : `${word(company)}\n${word(product)}`

export const isSameCompany = (a: Of, b: Of): boolean =>
  word(a.company) === ''
    ? word(b.company) === '' && productKey(a) !== null && productKey(a) === productKey(b)
    : word(a.company) === word(b.company)

/** Whether words somebody types for a new workshop name that product. */
export function namesProduct(typed: string, { product }: Of): boolean {
  const [words, name] = [word(typed), word(product)]
  return name !== '' && ` ${words} `.replace(/[^\p{L}\p{N}]+/gu, ' ').includes(` ${plain(name)} `)
}

const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
