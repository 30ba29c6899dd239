/** The sample workshop as a file, filled to the end: the demo, and what tests compute known figures from. Fictional. */
import demo from '#shared/exchange/demo/demo-workshop.json' with { type: 'json' }

/** As read: `parseWorkshopFile` makes a workshop of it. */
export const demoWorkshop: unknown = demo
