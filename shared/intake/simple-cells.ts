/** Columns whose cell is one value of the interview: where it goes and how it is read. */
import type { Json } from '#shared/document/fields.ts'
import type { DateOrder, Decimal } from '#shared/intake/forms.ts'
import { readList, writeList } from '#shared/intake/lists.ts'
import type { TargetName } from '#shared/intake/targets.ts'
import { type Read, readChoice, readDay, readFlag, readInstant, readNumber } from '#shared/intake/values.ts'
import type { Interview } from '#shared/interviews/schema.ts'

export interface CellForm {
  readonly decimal: Decimal
  readonly dateOrder: DateOrder
}

export interface SimpleCell {
  /** Field of the interview that it is a part of; null: a field by itself. */
  readonly part: 'customer' | 'timelineWeeks' | 'consent' | 'weights' | null
  readonly field: string
  read(text: string, form: CellForm): Read<Json>
  write(value: Json, form: CellForm): string
}

const asText = (value: Json): string => (typeof value === 'string' ? value : '')
const asNumber = (value: Json, { decimal }: CellForm): string =>
  typeof value === 'number' ? String(value).replace('.', decimal) : ''

type Place = readonly [part: SimpleCell['part'], field: string]

const words = (...[part, field]: Place): SimpleCell => ({
  part,
  field,
  read: (text) => ({ value: text.trim() }),
  write: (value) => asText(value).trim(),
})
const note = (field: keyof Interview): SimpleCell => ({
  part: null,
  field,
  read: (text) => ({ value: text }),
  write: asText,
})
const count = (
  part: SimpleCell['part'],
  field: string,
  min: number,
  max: number,
  whole = true,
): SimpleCell => ({
  part,
  field,
  read: (text, { decimal }) => readNumber(text, decimal, { min, max, whole }),
  write: asNumber,
})
const day = (part: SimpleCell['part'], field: string): SimpleCell => ({
  part,
  field,
  read: (text, { dateOrder }) => readDay(text, dateOrder),
  write: asText,
})
const instant = (field: keyof Interview): SimpleCell => ({
  part: null,
  field,
  read: readInstant,
  write: (value) => (typeof value === 'number' ? new Date(value).toISOString() : ''),
})
const flag = (part: SimpleCell['part'], field: string): SimpleCell => ({
  part,
  field,
  read: readFlag,
  write: (value) => (value === true ? 'yes' : value === false ? 'no' : ''),
})
const choice = <T extends string>(
  part: SimpleCell['part'],
  field: string,
  known: readonly T[],
  others: Readonly<Record<string, T>> = {},
): SimpleCell => ({ part, field, read: (text) => readChoice(text, known, others), write: asText })
const listOf = (part: SimpleCell['part'], field: string): SimpleCell => ({
  part,
  field,
  read: (text) => ({ value: readList(text) }),
  write: (value) => (Array.isArray(value) ? writeList(value.map((one) => asText(one as Json))) : ''),
})

/** `notes 2026-03-01; recording 2026-03-02` */
const consentDates: SimpleCell = {
  part: 'consent',
  field: 'datesGiven',
  read: (text, { dateOrder }) => {
    const dates: Record<string, string> = {}
    for (const item of readList(text)) {
      const [, name = '', said = ''] = /^(\S+)\s+(.+)$/.exec(item) ?? []
      if (name === '' || name === '__proto__')
        return { fault: 'is not written as: notes 2026-03-31; recording 2026-04-01' }
      const read = readDay(said, dateOrder)
      if ('fault' in read) return read
      dates[name] = read.value
    }
    return { value: dates }
  },
  write: (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? writeList(
          Object.entries(value)
            .filter(([name, on]) => /^[^\s;]+$/.test(name) && /^\d{4}-\d{2}-\d{2}$/.test(asText(on as Json)))
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, on]) => `${name} ${asText(on as Json)}`),
        )
      : '',
}

const YEARS = 200
const WEEKS = 1000

export const simpleCells: Readonly<Partial<Record<TargetName, SimpleCell>>> = {
  source: choice(null, 'source', ['interview', 'self_completed']),
  date: day(null, 'date'),
  mode: choice(null, 'mode', ['phone', 'video', 'face_to_face', 'written'], {
    telephone: 'phone',
    'phone call': 'phone',
    telefon: 'phone',
    call: 'phone',
    'video call': 'video',
    zoom: 'video',
    teams: 'video',
    'in person': 'face_to_face',
    personal: 'face_to_face',
    'on site': 'face_to_face',
    email: 'written',
    'e mail': 'written',
    survey: 'written',
  }),
  minutes: count(null, 'minutes', 1, 1440),
  startedAt: instant('startedAt'),
  endedAt: instant('endedAt'),
  personNote: note('personNote'),
  businessNote: note('businessNote'),
  otherInterests: note('otherInterests'),
  role: words('customer', 'role'),
  trade: words('customer', 'trade'),
  staff: count('customer', 'staff', 1, 1e7),
  sites: count('customer', 'sites', 1, 1e6),
  buyingRole: choice(
    'customer',
    'buyingRole',
    ['decision_maker', 'approver', 'influencer', 'user', 'other'],
    {
      decider: 'decision_maker',
      decides: 'decision_maker',
    },
  ),
  yearsAsCustomer: count('customer', 'yearsAsCustomer', 0, YEARS, false),
  wonOrLost: choice('customer', 'wonOrLost', ['won', 'lost', 'left']),
  firstHand: flag(null, 'firstHand'),
  triggerToFirstContact: count('timelineWeeks', 'triggerToFirstContact', 0, WEEKS, false),
  firstContactToSignature: count('timelineWeeks', 'firstContactToSignature', 0, WEEKS, false),
  consentNotes: flag('consent', 'notes'),
  consentRecording: flag('consent', 'recording'),
  consentQuotesInside: flag('consent', 'quotesInside'),
  consentQuotesOutside: flag('consent', 'quotesOutside'),
  consentGivenOn: day('consent', 'givenOn'),
  consentDates,
  withdrawnOn: day('consent', 'withdrawnOn'),
  withdrawnScope: listOf('consent', 'withdrawnScope'),
  deleteRecordingAfter: day('consent', 'deleteRecordingAfter'),
  deleteIdentityAfter: day('consent', 'deleteIdentityAfter'),
  weightsStatus: choice('weights', 'status', ['given', 'declined', 'not_asked']),
  weightsReason: words('weights', 'reason'),
  missingNeeds: listOf(null, 'missingNeeds'),
}
