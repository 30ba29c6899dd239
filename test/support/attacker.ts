/**
 * Somebody who knows the rules, who sealed, which function each is of, the own ballot and everything that is published,
 * and wants to know what another has in the ballot. They go through every way in which the room could have filled in
 * their ballots, keep those that would have been published just so, and look whether only one ballot is left.
 */

export interface Voter {
  readonly seatId: string
  readonly functionName: string
}

/** A voter whose ballot somebody has worked out, in the room as it was. */
export interface Exposed<B> {
  readonly ballots: readonly B[]
  readonly attacker: number
  readonly victim: number
}

/**
 * Every victim in every room, as positions of voters. `choices` are all ballots somebody could have sealed; `publish`
 * gives what everyone sees of a room, as text. Rooms are all combinations of choices.
 */
export function exposures<B>(
  voters: readonly Voter[],
  choices: readonly B[],
  publish: (ballots: readonly B[]) => string,
): Exposed<B>[] {
  const rooms = roomsOf(voters.length, choices.length)
  const alike = new Map<string, number[][]>()
  for (const room of rooms) {
    const seen = publish(ballotsOf(room, choices))
    const same = alike.get(seen)
    if (same) same.push(room)
    else alike.set(seen, [room])
  }
  return [...alike.values()].flatMap((same) => exposedIn(same, voters.length, choices))
}

function exposedIn<B>(same: readonly number[][], count: number, choices: readonly B[]): Exposed<B>[] {
  const found: Exposed<B>[] = []
  for (let attacker = 0; attacker < count; attacker++) {
    for (const own of choices.keys()) {
      const left = same.filter((room) => room[attacker] === own)
      for (let victim = 0; victim < count; victim++) {
        if (victim === attacker || new Set(left.map((room) => room[victim])).size !== 1) continue
        found.push(...left.map((room) => ({ ballots: ballotsOf(room, choices), attacker, victim })))
      }
    }
  }
  return found
}

const ballotsOf = <B>(room: readonly number[], choices: readonly B[]): B[] =>
  room.map((choice) => choices[choice] as B)

function roomsOf(voters: number, choices: number): number[][] {
  if (voters === 0) return [[]]
  return roomsOf(voters - 1, choices).flatMap((room) =>
    Array.from({ length: choices }, (_, choice) => [...room, choice]),
  )
}
