/** Around the cards of the roadmap: its stages and their details, the filter, and what is done to several cards at once. */
export const board = {
  phases: { early: 'Early', middle: 'Middle', late: 'Late', after: 'After the sale' },
  sources: {
    product: 'The product',
    buying_process: 'How we sell',
    service_after_sale: 'Service after the sale',
  },
  filter: {
    label: 'Filter of the board',
    open: 'Filter',
    gaps: 'Gaps only',
    search: 'Words of cards',
    searchHint: 'Search the cards',
    any: 'any',
    function: 'Function',
    phase: 'Phase',
    role: 'On the buyer’s side',
    said: 'Who said it',
    saids: { customers: 'Customers', guess: 'Our guess' },
    status: 'Status',
    source: 'Doubt comes from',
    found_zero: 'No card of {{total}} fits.',
    found_one: '{{count}} card of {{total}}',
    found_other: '{{count}} cards of {{total}}',
    clear: 'Show all',
  },
} as const
