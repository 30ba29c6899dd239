/** Which of the six shapes a function of the room has, by its name. Unknown names get the hexagon. */
export type FunctionKind = 'marketing' | 'sales' | 'service' | 'product' | 'finance' | 'other'

/** First match wins: "customer service" and "service and sales support" are service before they are sales. */
const beginnings: readonly (readonly [FunctionKind, readonly string[]])[] = [
  [
    'service',
    [
      'customer service',
      'customer care',
      'customer success',
      'service',
      'support',
      'after-sales',
      'after sales',
      'help desk',
      'kundendienst',
    ],
  ],
  ['marketing', ['marketing', 'brand', 'communication', 'product marketing', 'pr ']],
  ['sales', ['sales', 'key account', 'account', 'business development', 'vertrieb', 'commercial']],
  ['product', ['product', 'engineering', 'development', 'r&d', 'design', 'technology', 'produkt']],
  ['finance', ['finance', 'controlling', 'accounting', 'treasury', 'finanz']],
]

/** Shape and colour of a function by its name, whatever its case. */
export function functionKind(name: string): FunctionKind {
  const plain = name.trim().toLowerCase()
  const named = `${plain} `
  let best: { kind: FunctionKind; length: number } = { kind: 'other', length: 0 }
  for (const [kind, starts] of beginnings) {
    for (const start of starts) {
      if (named.startsWith(start) && start.length > best.length) best = { kind, length: start.length }
    }
  }
  return best.kind
}
