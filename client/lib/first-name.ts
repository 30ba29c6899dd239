/** What people in a room call each other. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? ''
