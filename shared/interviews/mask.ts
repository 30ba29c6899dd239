/**
 * Masks what tells who somebody is: e-mail and web addresses, streets, telephone numbers, and known names. Ordinary
 * figures stay: points, prices, dates, sizes. Masking what is masked changes nothing.
 */
import { findNames, type KnownNames } from '#shared/interviews/known-names.ts'

/** What is known of the customers, from the vault. */
export interface KnownIdentities extends KnownNames {
  readonly phones: readonly string[]
  readonly emails: readonly string[]
}

/** What stands in place of what was masked. */
export const masks = {
  email: '[e-mail]',
  web: '[web address]',
  street: '[street]',
  phone: '[number]',
  person: '[name]',
  firm: '[firm]',
} as const

export const nobodyKnown: KnownIdentities = { persons: [], firms: [], phones: [], emails: [] }

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu
const web =
  /\b(?:https?:\/\/|www\.)[^\s<>"'()[\]]*[^\s<>"'()[\].,;:!?]|\b[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)*\.(?:com|net|org|eu|de|ch|uk|fr|nl|dk|fi|pl|io)\b(?:\/[^\s<>"'()[\]]*)?/gu
/** A house number and a street, either way round. */
const streets = [
  /\b\d{1,4}[a-z]?,? +(?:\p{Lu}[\p{L}'’-]* +){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Boulevard|Blvd|Terrace|Crescent|Close|Court|Way)\b\.?/gu,
  /\b\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|weg|platz|gasse|allee|ring|damm|straat|laan|gatan|vej) +\d{1,4} ?[a-z]?\b/gu,
  /\b\d{1,4},? +(?:rue|avenue|boulevard|place|chemin|quai) +(?:(?:de|du|des|la|le|les|d'|l') *)*\p{Lu}[\p{L}'’-]*/gu,
]
/** Digits with what people put between them; whether it is a telephone number is asked of the digits. */
const numbers = /(?<![\p{L}\p{N}.,+-])(?:\+|\()?\d(?:[\d ()./-]|\s(?=\d))*\d(?![\p{L}\p{N}])/gu

/** What identities of the vault say, to be looked for in texts. */
export function knownIn(
  identities: readonly {
    readonly name: string
    readonly firm: string
    readonly phone: string
    readonly email: string
  }[],
): KnownIdentities {
  const all = (of: (identity: (typeof identities)[number]) => string) =>
    identities.map(of).filter((line) => line !== '')
  return {
    persons: all(({ name }) => name),
    firms: all(({ firm }) => firm),
    phones: all(({ phone }) => phone),
    emails: all(({ email }) => email),
  }
}

/** E-mail and web addresses, streets, telephone numbers and known names, all masked. */
export function maskText(text: string, known: KnownIdentities = nobodyKnown): string {
  // Every one of them holds a sign of these.
  if (!/[@.:\d]/.test(text)) return maskKnown(text, known)
  let masked = text.replace(email, masks.email).replace(web, masks.web)
  for (const street of streets) masked = masked.replace(street, masks.street)
  return maskKnown(
    masked.replace(numbers, (found) => (isPhone(found) ? masks.phone : found)),
    known,
  )
}

/** What is in the vault, and nothing else. */
export function maskKnown(text: string, known: KnownIdentities): string {
  let masked = text
  const { tails, addresses, others } = lookedFor(known)
  if (addresses && text.includes('@')) masked = masked.replace(addresses, masks.email)
  if (others) masked = masked.replace(others, masks.email)
  if (tails.length > 0)
    masked = masked.replace(numbers, (found) => (isKnownNumber(found, tails) ? masks.phone : found))
  let out = ''
  let at = 0
  for (const { from, to, what } of findNames(masked, known)) {
    if (masked[from - 1] === '[' && masked[to] === ']') continue
    out += masked.slice(at, from) + masks[what]
    at = to
  }
  return out + masked.slice(at)
}

const SHORTEST_KNOWN = 6
/** So many digits at the end of a known number tell it, however its beginning is written. */
const KNOWN_DIGITS = 6

interface LookedFor {
  /** Known numbers, digits alone. */
  readonly tails: readonly string[]
  /** Known addresses with an @, and what else was written where one belongs. */
  readonly addresses: RegExp | null
  readonly others: RegExp | null
}

/** Made once: a vault of hundreds is looked for in tens of thousands of texts. */
const ready = new WeakMap<KnownIdentities, LookedFor>()

function lookedFor(known: KnownIdentities): LookedFor {
  let made = ready.get(known)
  if (!made) {
    const long = known.emails.filter(({ length }) => length >= SHORTEST_KNOWN)
    made = {
      tails: known.phones.map(digitsOf).filter((digits) => digits.length >= KNOWN_DIGITS),
      addresses: anyOf(long.filter((address) => address.includes('@'))),
      others: anyOf(long.filter((address) => !address.includes('@'))),
    }
    ready.set(known, made)
  }
  return made
}

/** The longest first, so that none is masked in part. */
function anyOf(texts: readonly string[]): RegExp | null {
  if (texts.length === 0) return null
  const sorted = [...texts].sort((a, b) => b.length - a.length)
  return new RegExp(sorted.map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'giu')
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

const isKnownNumber = (found: string, known: readonly string[]): boolean => {
  const digits = digitsOf(found)
  return (
    digits.length >= KNOWN_DIGITS &&
    known.some((one) => one.endsWith(digits.slice(-9)) || digits.endsWith(one.slice(-9)))
  )
}

const aDate = /(?<![\d./-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}([./])\d{1,2}\1(?:\d{2}|\d{4}))(?![\d./-])/

/** International, or national with a leading 0, or grouped as in North America; never a date, price or decimal. */
function isPhone(found: string): boolean {
  const digits = digitsOf(found).length
  if (digits > 15 || /^\d+[.,]\d+$/.test(found)) return false
  if (found.startsWith('+')) return digits >= 7
  if (/^\(?0\d/.test(found)) return digits >= 9 && !aDate.test(found)
  return /^(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}$/.test(found)
}
