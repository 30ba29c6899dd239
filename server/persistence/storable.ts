/** What both engines can keep: PostgreSQL refuses a text with a NUL in it, whoever typed or sent it. */
export const storable = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\u0000', '\ufffd') : value
